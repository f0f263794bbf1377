#define _GNU_SOURCE
#include "update.h"
#include <stdlib.h>
#include <string.h>

static const char VERSION[] = "\"version\":";
static const char COMMITTED[] = ",\"lockedUntil\":\"";

static int digits(const char *text, int count) {
  int value = 0;
  for (int at = 0; at < count; at++) {
    if (text[at] < '0' || text[at] > '9') return -1;
    value = value * 10 + text[at] - '0';
  }
  return value;
}

/** http://howardhinnant.github.io/date_algorithms.html#days_from_civil */
static long days_since_1970(int year, int month, int day) {
  year -= month <= 2;
  long era = year / 400;
  int year_of_era = (int)(year - era * 400);
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

double read_time(const char *text) {
  if (strnlen(text, 24) < 24 || text[10] != 'T' || text[19] != '.' || text[23] != 'Z') return -1;
  int year = digits(text, 4), month = digits(text + 5, 2), day = digits(text + 8, 2);
  int hour = digits(text + 11, 2), minute = digits(text + 14, 2), second = digits(text + 17, 2);
  int millisecond = digits(text + 20, 3);
  if (year < 0 || month < 1 || day < 1 || hour < 0 || minute < 0 || second < 0 || millisecond < 0) return -1;
  return ((days_since_1970(year, month, day) * 24.0 + hour) * 60 + minute) * 60e3 + second * 1e3 + millisecond;
}

long read_update(const char *text, long known, on_change changed, void *context) {
  const char *at = strstr(text, VERSION);
  if (at == NULL) return known;
  char *rest;
  long version = strtol(at + strlen(VERSION), &rest, 10);
  while ((at = strstr(rest, VERSION)) != NULL) {
    long of_ticket = strtol(at + strlen(VERSION), &rest, 10);
    if (of_ticket <= known || strncmp(rest, COMMITTED, strlen(COMMITTED)) != 0) continue;
    double committed_at = read_time(rest + strlen(COMMITTED));
    if (committed_at >= 0) changed(context, committed_at);
  }
  return version > known ? version : known;
}
