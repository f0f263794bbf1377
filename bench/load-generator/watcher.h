#pragma once
#include "histogram.h"
#include <stdbool.h>
#include <stddef.h>

/** What every watcher says; `@SOCKET@` stands for its number, `@GROUP@` for that modulo `groups`. */
struct script {
  int port, groups;
  const char *path, *header, *subscribe;
};

/** What all watchers heard. */
struct tally {
  /** Updates are counted by when they arrive. */
  bool counting;
  unsigned long messages, bytes, changes;
  /** Latencies are of changes that were committed in between, whenever they arrive. */
  double began_at, ended_at;
  struct histogram *latencies;
  unsigned long errors, closed;
  int subscribed, heard;
};

/** One client: a socket, one subscription. */
struct watcher {
  const struct script *script;
  struct tally *tally;
  int number, socket;
  enum { UPGRADING, GREETING, WATCHING, CLOSED } stage;
  bool heard;
  /** Newest version that it was told. */
  long version;
  /** The beginning of a message whose end has not come yet. */
  char *rest;
  size_t rest_length;
};

double now_ms(void);

/** Ends the process: a run that went wrong measures nothing. */
_Noreturn void give_up(const char *format, ...);

/** Connects and asks for the upgrade. */
void watcher_open(struct watcher *self);

/** Reads what has come, answers it and tallies it. */
void watcher_receive(struct watcher *self);
