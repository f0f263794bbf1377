#pragma once
#include <stddef.h>
#include <stdbool.h>

/** The client's side of RFC 6455, as far as a load generator needs it: no fragments, no extensions. */

enum opcode { TEXT = 1, CLOSE = 8, PING = 9, PONG = 10 };

struct frame {
  enum opcode opcode;
  char *payload;
  size_t length;
};

/** How many of the bytes are one whole frame, which is then in `found`; 0 where it has not all come. */
size_t read_frame(char *bytes, size_t length, struct frame *found);

/** False where the socket did not take all of it. */
bool send_frame(int socket, enum opcode opcode, const char *payload, size_t length);

/** Asks for the upgrade. `header` is empty or one more line of the request without its end. */
bool send_upgrade(int socket, const char *path, const char *header);

/** The length of the answer to the upgrade; 0 where it has not all come, -1 where it is not 101. Ends with a zero. */
long read_upgrade(const char *text);
