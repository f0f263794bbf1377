#define _GNU_SOURCE
#include "watcher.h"
#include "update.h"
#include "websocket.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define LARGEST_RECEIVED (4 << 20)
#define LARGEST_SENT 16000
#define ERRORS_SHOWN 3

static const char INIT[] = "{\"type\":\"connection_init\"}";

double now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_REALTIME, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

_Noreturn void give_up(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("load generator: ", stderr);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  exit(1);
}

/** The text with the watcher's numbers in it; good until the next call. */
static const char *filled(const char *text, const struct watcher *self) {
  static char result[LARGEST_SENT];
  size_t length = 0;
  while (*text != 0) {
    if (length > sizeof result - 32) give_up("a text to send is too long");
    if (strncmp(text, "@SOCKET@", 8) == 0) {
      length += sprintf(result + length, "%d", self->number);
      text += 8;
    } else if (strncmp(text, "@GROUP@", 7) == 0) {
      length += sprintf(result + length, "%d", self->number % self->script->groups);
      text += 7;
    } else {
      result[length++] = *text++;
    }
  }
  result[length] = 0;
  return result;
}

static void say(struct watcher *self, enum opcode opcode, const char *payload, size_t length) {
  if (!send_frame(self->socket, opcode, payload, length)) give_up("socket %d takes no message", self->number);
}

void watcher_open(struct watcher *self) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(self->script->port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  self->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (self->socket < 0) give_up("no socket %d: %s", self->number, strerror(errno));
  if (connect(self->socket, (struct sockaddr *)&address, sizeof address) < 0)
    give_up("socket %d can not connect: %s", self->number, strerror(errno));
  setsockopt(self->socket, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
  fcntl(self->socket, F_SETFL, O_NONBLOCK);
  if (!send_upgrade(self->socket, self->script->path, filled(self->script->header, self)))
    give_up("socket %d takes no request", self->number);
}

struct arrival {
  struct tally *tally;
  double arrived_at;
};

static void time_change(void *context, double committed_at) {
  const struct arrival *arrival = context;
  struct tally *tally = arrival->tally;
  if (tally->counting) tally->changes++;
  if (committed_at < tally->began_at || committed_at >= tally->ended_at) return;
  histogram_add(tally->latencies, arrival->arrived_at - committed_at, 1);
}

static void hear_update(struct watcher *self, const char *text, size_t length) {
  struct tally *tally = self->tally;
  if (tally->counting) {
    tally->messages++;
    tally->bytes += length;
  }
  struct arrival arrival = {tally, now_ms()};
  self->version = read_update(text, self->version, time_change, &arrival);
  if (!self->heard && self->version > 0) {
    self->heard = true;
    tally->heard++;
  }
}

static void hear_error(struct tally *tally, const char *text) {
  if (tally->errors++ < ERRORS_SHOWN) fprintf(stderr, "load generator: told %.400s\n", text);
}

/** A message of graphql-transport-ws, which ends with a zero. */
static void hear_message(struct watcher *self, const char *text, size_t length) {
  static const char TYPE[] = "\"type\":\"";
  const char *type = strstr(text, TYPE);
  if (type == NULL) give_up("socket %d was told no message of the protocol: %.200s", self->number, text);
  type += strlen(TYPE);
  if (strncmp(type, "next\"", 5) == 0) {
    hear_update(self, text, length);
    if (strstr(text, "\"errors\":[") != NULL) hear_error(self->tally, text);
  } else if (strncmp(type, "connection_ack\"", 15) == 0) {
    const char *subscribe = filled(self->script->subscribe, self);
    say(self, TEXT, subscribe, strlen(subscribe));
    self->stage = WATCHING;
    self->tally->subscribed++;
  } else if (strncmp(type, "ping\"", 5) == 0) {
    say(self, TEXT, "{\"type\":\"pong\"}", 15);
  } else if (strncmp(type, "pong\"", 5) != 0) {
    hear_error(self->tally, text);
  }
}

static void leave(struct watcher *self, const char *why) {
  if (self->stage != WATCHING) give_up("socket %d was closed before it could subscribe%s", self->number, why);
  if (self->tally->closed++ < ERRORS_SHOWN)
    fprintf(stderr, "load generator: socket %d was closed%s\n", self->number, why);
  close(self->socket);
  self->stage = CLOSED;
}

static void hear_close(struct watcher *self, const struct frame *close) {
  char why[160] = "";
  const unsigned char *code = (const unsigned char *)close->payload;
  if (close->length >= 2)
    snprintf(why, sizeof why, ": %d %.*s", code[0] << 8 | code[1], (int)close->length - 2, close->payload + 2);
  leave(self, why);
}

static void hear_frame(struct watcher *self, const struct frame *frame) {
  char *end = frame->payload + frame->length, after = *end;
  switch (frame->opcode) {
    case TEXT:
      *end = 0;
      hear_message(self, frame->payload, frame->length);
      *end = after;
      break;
    case PING:
      say(self, PONG, frame->payload, frame->length);
      break;
    case CLOSE:
      hear_close(self, frame);
      break;
    case PONG:
      break;
    default:
      give_up("socket %d was sent a frame of an unknown kind: %d", self->number, frame->opcode);
  }
}

/** How many of the bytes were made use of. */
static size_t hear(struct watcher *self, char *bytes, size_t length) {
  size_t used = 0, step;
  struct frame frame;
  if (self->stage == UPGRADING) {
    long upgrade = read_upgrade(bytes);
    if (upgrade < 0) give_up("socket %d was refused: %.*s", self->number, (int)strcspn(bytes, "\r"), bytes);
    if (upgrade == 0) return 0;
    used = (size_t)upgrade;
    self->stage = GREETING;
    say(self, TEXT, INIT, strlen(INIT));
  }
  while (self->stage != CLOSED && (step = read_frame(bytes + used, length - used, &frame)) > 0) {
    hear_frame(self, &frame);
    used += step;
  }
  return used;
}

void watcher_receive(struct watcher *self) {
  // All read into the same bytes: 10,000 buffers of their own would cost more than what comes through them.
  static char bytes[LARGEST_RECEIVED + 1];
  if (self->stage == CLOSED) return;
  size_t length = self->rest_length;
  if (length == LARGEST_RECEIVED) give_up("socket %d was sent a message that is too long", self->number);
  ssize_t came = read(self->socket, bytes + length, LARGEST_RECEIVED - length);
  if (came < 0 && errno == EAGAIN) return;
  if (came <= 0) {
    leave(self, came < 0 ? ": connection lost" : "");
    return;
  }

  if (length > 0) memcpy(bytes, self->rest, length);
  free(self->rest);
  length += (size_t)came;
  bytes[length] = 0;
  size_t used = hear(self, bytes, length);
  self->rest_length = self->stage == CLOSED ? 0 : length - used;
  self->rest = self->rest_length == 0 ? NULL : malloc(self->rest_length);
  if (self->rest_length == 0) return;
  if (self->rest == NULL) give_up("out of memory");
  memcpy(self->rest, bytes + used, self->rest_length);
}
