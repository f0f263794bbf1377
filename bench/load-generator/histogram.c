#include "histogram.h"
#include <math.h>
#include <stdlib.h>

#define STEPS_PER_MS 10
#define STEPS (120 * 1000 * STEPS_PER_MS)

struct histogram {
  uint64_t count;
  uint32_t steps[STEPS + 1];
};

struct histogram *histogram_create(void) {
  struct histogram *counts = calloc(1, sizeof *counts);
  if (counts == NULL) abort();
  return counts;
}

void histogram_add(struct histogram *counts, double milliseconds, uint32_t times) {
  double step = milliseconds * STEPS_PER_MS;
  counts->steps[step < 0 ? 0 : step > STEPS ? STEPS : (int)step] += times;
  counts->count += times;
}

uint64_t histogram_count(const struct histogram *counts) {
  return counts->count;
}

double histogram_percentile(const struct histogram *counts, double percent) {
  if (counts->count == 0) return -1;
  uint64_t rank = (uint64_t)ceil((double)counts->count * percent / 100), below = 0;
  if (rank == 0) rank = 1;
  for (int step = 0; step <= STEPS; step++) {
    below += counts->steps[step];
    if (below >= rank) return (double)step / STEPS_PER_MS;
  }
  return -1;
}
