#pragma once
#include <stddef.h>

/** Milliseconds since 1970 of a time such as 2031-05-04T12:00:00.123Z; -1 where it is none. */
double read_time(const char *text);

typedef void (*on_change)(void *context, double committed_at);

/**
 * Reads an update of the seat map and calls `changed` with the commit time of each ticket that is newer than `known`.
 * Gives the version that the watcher has then: `known` where the text is no update or an older one. It relies on the
 * order of the fields in the documents that are asked: `version` of the update first, and in a ticket
 * `version lockedUntil` side by side. The text ends with a zero.
 */
long read_update(const char *text, long known, on_change changed, void *context);
