#pragma once
#include <stdint.h>

/** Counts durations in steps of 0.1 ms up to 120 s; what takes longer counts as 120 s. */
struct histogram;

struct histogram *histogram_create(void);
void histogram_add(struct histogram *counts, double milliseconds, uint32_t times);
uint64_t histogram_count(const struct histogram *counts);
/** Nearest rank; -1 where nothing was counted. */
double histogram_percentile(const struct histogram *counts, double percent);
