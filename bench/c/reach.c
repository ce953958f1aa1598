/* Everything downstream of a field, counted by group: what plain C needs for the question, as a lower bound.
 *
 * usage: reach FILE FIELD REPEATS; the file, in 32-bit words of this machine: fields, edges, groups, then
 * offsets[fields + 1], ends[edges], group[fields].
 * Prints one line: nanoseconds of the last repeat, then the counts of all groups. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static uint32_t *words(FILE *file, size_t count) {
  uint32_t *list = malloc(count * sizeof *list + 64);
  if (list == NULL || fread(list, sizeof *list, count, file) != count) {
    fprintf(stderr, "the file is too short, or there is no memory\n");
    exit(1);
  }
  return list;
}

int main(int argc, char **argv) {
  FILE *file = argc == 4 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) {
    fprintf(stderr, "usage: reach FILE FIELD REPEATS\n");
    return 1;
  }
  uint32_t source = (uint32_t)atol(argv[2]);
  int repeats = atoi(argv[3]);
  uint32_t *head = words(file, 3);
  uint32_t fields = head[0], groups = head[2];
  uint32_t *offsets = words(file, fields + 1u), *ends = words(file, head[1]);
  uint32_t *group = words(file, fields);
  size_t sets = (fields + 63u) / 64u;
  uint64_t *seen = malloc(sets * sizeof *seen);
  uint32_t *queue = malloc(fields * sizeof *queue), *count = malloc(groups * sizeof *count);
  if (seen == NULL || queue == NULL || count == NULL || source >= fields) return 1;
  uint64_t took = 0;
  for (int repeat = 0; repeat < repeats; repeat++) {
    uint64_t since = now();
    memset(seen, 0, sets * sizeof *seen);
    memset(count, 0, groups * sizeof *count);
    uint32_t first = 0, last = 0;
    queue[last++] = source;
    seen[source >> 6] |= 1ull << (source & 63);
    while (first < last) {
      uint32_t v = queue[first++];
      /* The next vertices' edges are fetched while this one's are followed. */
      if (first + 8 < last) __builtin_prefetch(&offsets[queue[first + 8]]);
      if (first + 4 < last) __builtin_prefetch(&ends[offsets[queue[first + 4]]]);
      for (uint32_t e = offsets[v]; e < offsets[v + 1]; e++) {
        uint32_t end = ends[e];
        uint64_t bit = 1ull << (end & 63);
        if (seen[end >> 6] & bit) continue;
        seen[end >> 6] |= bit;
        queue[last++] = end;
      }
    }
    for (size_t i = 0; i < sets; i++)
      for (uint64_t set = seen[i]; set != 0; set &= set - 1)
        count[group[i * 64 + (size_t)__builtin_ctzll(set)]]++;
    count[group[source]]--;
    took = now() - since;
  }
  printf("%llu", (unsigned long long)took);
  for (uint32_t g = 0; g < groups; g++) printf(" %u", count[g]);
  putchar('\n');
  return 0;
}
