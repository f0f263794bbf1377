#define _GNU_SOURCE
#include "websocket.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LARGEST_SENT 16384

size_t read_frame(char *bytes, size_t length, struct frame *found) {
  const uint8_t *head = (const uint8_t *)bytes;
  if (length < 2) return 0;
  size_t header = 2, payload = head[1] & 0x7f;
  int more = payload == 126 ? 2 : payload == 127 ? 8 : 0;
  if (more > 0) {
    header += more;
    if (length < header) return 0;
    payload = 0;
    for (int at = 0; at < more; at++) payload = payload << 8 | head[2 + at];
  }
  if (length - header < payload) return 0;
  *found = (struct frame){.opcode = head[0] & 0x0f, .payload = bytes + header, .length = payload};
  return header + payload;
}

bool send_frame(int socket, enum opcode opcode, const char *payload, size_t length) {
  char bytes[LARGEST_SENT + 8];
  size_t header = 0;
  if (length > LARGEST_SENT) return false;
  bytes[header++] = (char)(0x80 | opcode);
  if (length < 126) {
    bytes[header++] = (char)(0x80 | length);
  } else {
    bytes[header++] = (char)(0x80 | 126);
    bytes[header++] = (char)(length >> 8);
    bytes[header++] = (char)length;
  }
  // Clients must mask; the mask of zeros leaves the payload as it is.
  memset(bytes + header, 0, 4);
  header += 4;
  memcpy(bytes + header, payload, length);
  return write(socket, bytes, header + length) == (ssize_t)(header + length);
}

bool send_upgrade(int socket, const char *path, const char *header) {
  char request[2048];
  int length = snprintf(request, sizeof request,
    "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    "Sec-WebSocket-Protocol: graphql-transport-ws\r\n%s%s\r\n",
    path, header, *header == 0 ? "" : "\r\n");
  if (length < 0 || length >= (int)sizeof request) return false;
  return write(socket, request, length) == length;
}

long read_upgrade(const char *text) {
  const char *end = strstr(text, "\r\n\r\n");
  if (end == NULL) return 0;
  return strncmp(text, "HTTP/1.1 101", 12) == 0 ? end + 4 - text : -1;
}
