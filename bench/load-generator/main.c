/**
 * Many watchers of one seat map in one process that costs little: how long after its commit does a change reach them?
 * It says {"event":"subscribed"} and, when every watcher has heard something, {"event":"heard"}. Told `begin <version>`
 * on stdin it says {"event":"begun"}, and told `end <version> <patience in ms>` it waits until every watcher has that
 * version, as long as it has patience, and reports. It ends with its stdin.
 */
#define _GNU_SOURCE
#include "watcher.h"
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

/** A server whose backlog overflows makes clients wait for a second. */
#define OPENING_AT_ONCE 64
#define EVENTS_AT_ONCE 512
#define LOOK_EVERY_MS 20

struct load {
  struct script script;
  struct tally tally;
  struct watcher *watchers;
  int count, opened, epoll;
  bool said_subscribed, said_heard;
  double cpu_at_begin;
  long first_version, last_version;
  /** 0 until it is told to end. */
  double patient_until, seconds;
};

static double seconds_of(struct timeval time) {
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double cpu_seconds(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
}

static void say_event(const char *name) {
  printf("{\"event\":\"%s\"}\n", name);
  fflush(stdout);
}

static bool is_behind(const struct load *self, const struct watcher *watcher) {
  return watcher->stage != CLOSED && watcher->version < self->last_version;
}

static int count_behind(const struct load *self) {
  int behind = 0;
  for (int at = 0; at < self->count; at++) behind += is_behind(self, &self->watchers[at]);
  return behind;
}

/** What has not arrived takes at least as long as since the last commit: left out, it would make a server look fast. */
static void time_missing(const struct load *self) {
  double at_least = now_ms() - self->tally.ended_at;
  for (int at = 0; at < self->count; at++) {
    const struct watcher *watcher = &self->watchers[at];
    long known = watcher->version > self->first_version ? watcher->version : self->first_version;
    if (!is_behind(self, watcher)) continue;
    histogram_add(self->tally.latencies, at_least, (uint32_t)(self->last_version - known));
  }
}

static _Noreturn void report(const struct load *self, int behind) {
  const struct tally *tally = &self->tally;
  time_missing(self);
  printf("{\"event\":\"report\",\"seconds\":%.3f,\"messages\":%lu,\"bytes\":%lu,\"changes\":%lu,\"timed\":%lu,",
    self->seconds, tally->messages, tally->bytes, tally->changes, (unsigned long)histogram_count(tally->latencies));
  printf("\"p50Ms\":%.1f,\"p99Ms\":%.1f,\"maxMs\":%.1f,", histogram_percentile(tally->latencies, 50),
    histogram_percentile(tally->latencies, 99), histogram_percentile(tally->latencies, 100));
  printf("\"behind\":%d,\"settledMs\":%.1f,\"errors\":%lu,\"closed\":%lu,\"cpuSeconds\":%.3f}\n", behind,
    now_ms() - tally->ended_at, tally->errors, tally->closed, cpu_seconds() - self->cpu_at_begin);
  exit(0);
}

static void obey(struct load *self, const char *command) {
  double patience;
  if (sscanf(command, "begin %ld", &self->first_version) == 1) {
    self->tally.counting = true;
    self->tally.began_at = now_ms();
    self->cpu_at_begin = cpu_seconds();
    say_event("begun");
  } else if (sscanf(command, "end %ld %lf", &self->last_version, &patience) == 2) {
    self->tally.counting = false;
    self->tally.ended_at = now_ms();
    self->seconds = (self->tally.ended_at - self->tally.began_at) / 1e3;
    self->patient_until = self->tally.ended_at + patience;
  } else {
    give_up("does not know the command %s", command);
  }
}

static void read_commands(struct load *self) {
  static char text[256];
  static size_t length = 0;
  ssize_t came = read(STDIN_FILENO, text + length, sizeof text - 1 - length);
  if (came <= 0) exit(0);
  length += (size_t)came;
  char *end;
  while ((end = memchr(text, '\n', length)) != NULL) {
    *end = 0;
    obey(self, text);
    length -= (size_t)(end + 1 - text);
    memmove(text, end + 1, length);
  }
}

static void open_some(struct load *self) {
  while (self->opened < self->count && self->opened - self->tally.subscribed < OPENING_AT_ONCE) {
    struct watcher *next = &self->watchers[self->opened];
    *next = (struct watcher){.script = &self->script, .tally = &self->tally, .number = self->opened++};
    watcher_open(next);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = next};
    if (epoll_ctl(self->epoll, EPOLL_CTL_ADD, next->socket, &event) < 0) give_up("epoll: %s", strerror(errno));
  }
}

static void look(struct load *self) {
  if (!self->said_subscribed && self->tally.subscribed == self->count) {
    self->said_subscribed = true;
    say_event("subscribed");
  }
  if (!self->said_heard && self->tally.heard == self->count) {
    self->said_heard = true;
    say_event("heard");
  }
  if (self->patient_until == 0) return;
  int behind = count_behind(self);
  if (behind == 0 || now_ms() > self->patient_until) report(self, behind);
}

static _Noreturn void run(struct load *self) {
  struct epoll_event events[EVENTS_AT_ONCE], commands = {.events = EPOLLIN, .data.ptr = NULL};
  self->epoll = epoll_create1(EPOLL_CLOEXEC);
  if (epoll_ctl(self->epoll, EPOLL_CTL_ADD, STDIN_FILENO, &commands) < 0) give_up("stdin: %s", strerror(errno));
  double looked_at = 0;
  for (;;) {
    open_some(self);
    int count = epoll_wait(self->epoll, events, EVENTS_AT_ONCE, LOOK_EVERY_MS);
    for (int at = 0; at < count; at++) {
      if (events[at].data.ptr == NULL) read_commands(self);
      else watcher_receive(events[at].data.ptr);
    }
    if (now_ms() - looked_at < LOOK_EVERY_MS) continue;
    looked_at = now_ms();
    look(self);
  }
}

int main(int count, char **arguments) {
  struct load self = {
    .script = {.groups = 1, .path = "/graphql", .header = ""},
    .tally = {.began_at = INFINITY, .ended_at = INFINITY, .latencies = histogram_create()},
  };
  struct script *script = &self.script;
  int option;
  while ((option = getopt(count, arguments, "p:n:g:P:H:s:")) != -1) {
    switch (option) {
      case 'p': script->port = atoi(optarg); break;
      case 'n': self.count = atoi(optarg); break;
      case 'g': script->groups = atoi(optarg); break;
      case 'P': script->path = optarg; break;
      case 'H': script->header = optarg; break;
      case 's': script->subscribe = optarg; break;
      default: return 2;
    }
  }
  if (script->port == 0 || self.count < 1 || script->groups < 1 || script->subscribe == NULL) {
    fprintf(stderr, "usage: %s -p port -n sockets -s message [-g groups] [-P path] [-H header]\n", arguments[0]);
    return 2;
  }
  signal(SIGPIPE, SIG_IGN);
  self.watchers = calloc((size_t)self.count, sizeof *self.watchers);
  if (self.watchers == NULL) give_up("out of memory");
  run(&self);
}
