/* The name matcher's `weigh` without its trace, for many pairs at once.
 *
 * Every function here mirrors the Python function that its comment names, and gives the same whole numbers. No
 * rule's number stands in this file: they all come in `Rules`. What is only here are ways of not computing what
 * cannot matter, each with the reason why it cannot.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* declarations, which Python reads too */
typedef struct {  /* the constants of the modules; names as there */
    int32_t FLOOR, SWAPPED;                                      /* letters.py */
    int32_t EVEN, INITIAL_MEETS, INITIAL_DIFFERS, LEAST_CONFLICT, OUT_OF_ORDER, TURNED_ROUND, SINKING;
    int32_t SHARED, PARTLY, SISTERS, LITTLE, COVERED, JOINED, ALONE, NOTHING_MET, IN_THE_MIDDLE, AT_THE_START;
    int32_t BESIDE_INITIAL;
    int32_t SLIPPED, ONE_SLIP, TWO_SLIPS;                        /* meeting.py */
    int32_t MISS, families;                                      /* units.py; how many FAMILIES */
    /* score.py */
    int32_t NOTHING, LONGER, BOTH_PINYIN, MIXED, RUN_JOINED, RUN_SHORTEST, RUN_LONGEST, RUN_SHARE, RUN_MOST;
    int32_t NAME, INITIAL, PARTICLE, ASIDE, PATRONYMIC;                    /* tokens.Role */
    int32_t HALF_WAY;                                            /* from EVEN to all, in per cent */
    int32_t sounds;                                              /* how many there are */
    const int32_t *OMITTED, *CONFLICT;                           /* by role; 0 where there is none */
    const int32_t *SELDOM_USED;                                  /* by family */
    const int32_t *pairs, *gaps;                                 /* letters.weights() */
    const int32_t *most, *own, *lost, *unmet;                    /* by sound; see rules.Bounds */
    const uint64_t *near;
} Rules;

/* A string of sounds; and for upper bounds of twice `alike` (see rules.Bounds) the sounds in it, the sounds that go
 * well with some sound in it, the most that all its sounds can add, and the least that one of them loses by meeting
 * nothing; then what of the total is not needed for a share that speaks for one word, and for the share that two
 * words written as one must have. */
typedef struct {
    uint64_t letters, near;
    int32_t at, size, self, total, least, spare, spare_joined;
} Reading;

typedef struct {
    int32_t group, credit;
} Group;

typedef struct {  /* tokens.Token */
    uint64_t seen;    /* its groups, one bit each, several groups to a bit */
    uint64_t starts;  /* the first sounds of its readings */
    uint64_t letters; /* of its text where that is Token.typed */
    int32_t id;       /* equal tokens of one book have one id */
    int32_t says, readings_at, groups_at, text_at, text_size;
    int16_t readings, groups;
    uint16_t kin;     /* the roles that its partners may have, one bit each */
    uint8_t role, is_syllabic, is_whole, is_borne, is_known, joins_father;
    uint8_t is_plain; /* whether it has one reading, and that alone or its groups decide */
} Token;

typedef struct {  /* syllables.Way; units by their place among the name's own */
    int32_t at, size, cost, is_pinyin;
} Way;

typedef struct {  /* encode.Encoded; the joins stand behind the words */
    int32_t words_at, words, joins, ways_at, ways, units_at, units, whole;
    uint8_t is_han, is_transcribed, is_body, syllabic, of_body, is_grouped;
} Name;

typedef struct {
    const Name *names;
    const Token *tokens;
    const Reading *readings;
    const Group *groups;
    const Way *ways;
    const int32_t *way_units, *way_gaps, *units;
    const uint8_t *bytes;  /* the sounds of all words, of all whole names, then the texts of words */
    int32_t count, most_words, most_units, longest, longest_way;
} Book;

typedef struct {  /* units.link of two units, and the row of their units.losses; those of no key are a MISS */
    uint64_t key;
    int32_t link, losses;
} Link;

typedef struct {  /* of the units of two books */
    Link *links;
    const int32_t *losses;  /* a row for each that there is, one number a family; the first is NO_LOSS */
    uint64_t mask;
    const int32_t *same;  /* for each unit of the left book its place in the right one, or -1 */
} Links;

typedef struct {  /* postings.Postings; and room to add up in, a place for each name */
    const uint32_t *keys;
    const int64_t *starts;
    const int32_t *weights, *places, *shares;
    const uint8_t *kinds;
    int32_t *sums, *seen, *touched;
    int64_t count, names;
    int32_t stamp;  /* of the group that is added up; `seen` has the last one of each name */
} Postings;

const char *kernel_hash(void);
void lay_out(const Rules *rules, Book *book, const int32_t *ids);
void fill_links(const Links *links, const Link *found, int64_t count);
int32_t weigh_pairs(const Rules *rules, const Book *left, const Book *right, const Links *links,
                    const int32_t *ia, const int32_t *ib, int64_t count, int32_t *found);
int32_t best_shared(Postings *index, const uint32_t *asked, const int32_t *groups, const int32_t *sizes,
                    const int32_t *kinds, int64_t questions, int32_t cap, int32_t limit, int32_t *counts,
                    int32_t *found);
/* end of declarations */

#ifndef KERNEL_HASH
#define KERNEL_HASH ""
#endif

const char *kernel_hash(void) { return KERNEL_HASH; }

enum { LEAST_MEMO = 6, MOST_MEMO = 13 };  /* bits */

typedef struct {
    uint64_t key;
    int32_t value;
} Remembered;

typedef struct {  /* one call: what it was given, and room to work in */
    const Rules *rules;
    const Book *left, *right;
    const Links *links;
    int32_t *rows[3];
    const Link **links_here;
    int32_t *best_here;
    Link miss;
    int32_t *partner, *alone, *also;
    uint8_t *taken, *came_from;
    int32_t *lost;
    uint64_t *candidates;
    Remembered *memo;
    int memo_bits;
} Call;

static int32_t max(int32_t a, int32_t b) { return a > b ? a : b; }
static int32_t min(int32_t a, int32_t b) { return a < b ? a : b; }

/* Python's a // b, for b > 0. */
static int32_t floor_div(int64_t a, int32_t b) { return (int32_t)(a / b - (a % b < 0)); }

static int lowest_bit(uint64_t bits) {
#if defined(__GNUC__) || defined(__clang__)
    return __builtin_ctzll(bits);
#else
    int place = 0;
    while (!(bits & 1)) {
        bits >>= 1;
        place++;
    }
    return place;
#endif
}

/* Ask for memory that is soon read: a name's words are seldom where the last one's were. Always inlined, since
 * gcc takes a function that only asks for one that does nothing, and leaves the call out. */
#if defined(__GNUC__) || defined(__clang__)
#define ASKING static inline __attribute__((always_inline))
#define ASK(start) __builtin_prefetch(start)
#else
#define ASKING static
#define ASK(start) ((void)(start))
#endif

ASKING void fetch(const void *start, size_t size) {
    for (size_t at = 0; at < size; at += 64) ASK((const char *)start + at);
}

/* -- letters.py -- */

/* letters.alike; where it is less than `needed`, anything less than that, or FLOOR. `rest` is the most that all
 * sounds of the one can add.
 *
 * No row's best with the most that the sounds after it can add is ever exceeded, but by two sounds that changed
 * places, which step over one row: so it takes two such rows to stop. */
static int32_t alike(const Call *call, const uint8_t *one, int32_t n, const uint8_t *other, int32_t m,
                     int32_t rest, int32_t needed) {
    const Rules *rules = call->rules;
    const int32_t *gaps = rules->gaps;
    int32_t *before = call->rows[0], *above = call->rows[1], *here = call->rows[2];
    int hopeless = 0;
    above[0] = 0;
    for (int32_t j = 0; j < m; j++) above[j + 1] = above[j] + gaps[other[j]];
    for (int32_t i = 0; i < n; i++) {
        const int a = one[i], last = i ? one[i - 1] : -1;
        const int32_t *row = rules->pairs + a * rules->sounds, gap = gaps[a];
        int32_t left = above[0] + gap, top = left;
        here[0] = left;
        for (int32_t j = 0; j < m; j++) {
            const int b = other[j];
            left = max(max(above[j] + row[b], above[j + 1] + gap), left + gaps[b]);
            if (b == last && j && a == other[j - 1] && a != b)
                left = max(left, before[j - 1] + row[a] + rules->pairs[b * rules->sounds + b] - rules->SWAPPED);
            here[j + 1] = left;
            top = max(top, left);
        }
        rest -= rules->most[a];
        if (top + rest < needed) {
            if (hopeless) return rules->FLOOR;
            hopeless = 1;
        } else {
            hopeless = 0;
        }
        int32_t *spare = before;
        before = above;
        above = here;
        here = spare;
    }
    return max(rules->FLOOR, above[m]);
}

/* Whether what two readings lose for sure, of the most that they can add, is within this: each sound loses where
 * nothing goes well with it in the other; and where one is longer, so many sounds of it meet nothing. */
static inline int loses_within(const Rules *rules, const Reading *one, const Reading *other, int32_t room) {
    const int32_t longer = one->size - other->size;
    if ((longer > 0 ? longer * one->least : -longer * other->least) > room) return 0;
    uint64_t alone = (one->letters & ~other->near) | (other->letters & ~one->near);
    for (; alone && room >= 0; alone &= alone - 1) room -= rules->lost[lowest_bit(alone)];
    return room >= 0;
}

/* Whether `alike` can be this share, in per cent, of half of `both`. Where it can not, the two are not equal. */
static inline int can_reach(const Rules *rules, const Reading *one, const Reading *other, int32_t share,
                            int32_t both) {
    return loses_within(rules, one, other, one->total + other->total - (int32_t)((int64_t)share * both / 100));
}

/* -- assign.py -- */

/* meeting._graded */
static int32_t graded(const Rules *rules, int32_t share, int32_t says) {
    if (share >= rules->EVEN) return floor_div((int64_t)says * (share - rules->EVEN), 100 - rules->EVEN);
    return max(rules->FLOOR, floor_div((int64_t)rules->FLOOR * (rules->EVEN - share), rules->EVEN));
}

/* meeting._initial */
static int32_t initial(const Rules *rules, const Token *one, const Token *other) {
    if (one->role == rules->PARTICLE || other->role == rules->PARTICLE || !one->readings || !other->readings)
        return rules->FLOOR;
    return one->starts & other->starts ? rules->INITIAL_MEETS : rules->INITIAL_DIFFERS;
}

/* The most credit that a group gives which both are in. */
static int32_t shared_credit(const Call *call, const Token *one, const Token *other) {
    int32_t found = 0;
    if (!(one->seen & other->seen)) return 0;
    const Group *here = call->left->groups + one->groups_at, *there = call->right->groups + other->groups_at;
    for (int i = 0; i < one->groups; i++)
        for (int j = 0; j < other->groups; j++)
            if (here[i].group == there[j].group) found = max(found, min(here[i].credit, there[j].credit));
    return found;
}

static int is_same(const uint8_t *one, int32_t n, const uint8_t *other, int32_t m) {
    return n == m && !memcmp(one, other, (size_t)n);
}

/* The readings of two words letter by letter: the best grade, where it is more than `best`. With `only_for`, what
 * speaks against is not worked out; else what is at the floor is not. */
static int32_t read_alike(const Call *call, const Token *one, const Token *other, int32_t best, int only_for) {
    const Rules *rules = call->rules;
    const Reading *left = call->left->readings + one->readings_at;
    const Reading *right = call->right->readings + other->readings_at;
    const int32_t says = min(one->says, other->says), least = only_for ? rules->EVEN + 1 : 1;
    for (int i = 0; i < one->readings; i++)
        for (int j = 0; j < other->readings; j++) {
            const Reading *a = left + i, *b = right + j;
            const int32_t both = a->self + b->self;
            if (!can_reach(rules, a, b, least, both)) continue;
            const int32_t needed = -floor_div(-(int64_t)least * both, 200);
            const int32_t weight = alike(call, call->left->bytes + a->at, a->size, call->right->bytes + b->at,
                                         b->size, a->total, needed);
            best = max(best, graded(rules, floor_div((int64_t)200 * weight, both), says));
        }
    return best;
}

static int many(uint64_t bits) {
    int count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
}

static int is_of_name(const Rules *rules, const Token *token) {
    return token->role == rules->NAME || token->role == rules->ASIDE || token->role == rules->PATRONYMIC;
}

/* How many slips make the one word the other, at most; or 0 where one of
 * meeting._is_slip's conditions is not met. Each slip changes at most two of the letters that there are. */
static int slips(const Rules *rules, const Token *one, const Token *other) {
    if ((one->is_borne && other->is_borne) || !one->letters || !other->letters) return 0;
    if (!is_of_name(rules, one) || !is_of_name(rules, other)) return 0;
    const int32_t size = max(one->text_size, other->text_size), apart = one->text_size - other->text_size;
    const int most = size >= rules->TWO_SLIPS ? 2 : size >= rules->ONE_SLIP ? 1 : 0;
    return apart <= most && -apart <= most && many(one->letters ^ other->letters) <= 2 * most ? most : 0;
}

/* Whether the distance (optimal string alignment) is at most so much. */
static int is_near(const Call *call, const uint8_t *one, int32_t n, const uint8_t *other, int32_t m, int most) {
    int32_t *before = call->rows[0], *above = call->rows[1], *here = call->rows[2];
    for (int32_t j = 0; j <= m; j++) above[j] = j;
    for (int32_t i = 0; i < n; i++) {
        here[0] = i + 1;
        for (int32_t j = 0; j < m; j++) {
            int32_t least = min(min(above[j + 1], here[j]) + 1, above[j] + (one[i] != other[j]));
            if (i && j && one[i] == other[j - 1] && one[i - 1] == other[j]) least = min(least, before[j - 1] + 1);
            here[j + 1] = least;
        }
        int32_t *spare = before;
        before = above;
        above = here;
        here = spare;
    }
    return above[m] <= most;
}

/* meeting._is_slip */
static int is_slip(const Call *call, const Token *one, const Token *other) {
    const uint8_t *a = call->left->bytes + one->text_at, *b = call->right->bytes + other->text_at;
    const int most = slips(call->rules, one, other);
    return most && is_near(call, a, one->text_size, b, other->text_size, a[0] == b[0] ? most : 1);
}

/* meeting.meets; where no readings share so much as `least` per cent, perhaps less than what they share says. */
static int32_t meets(const Call *call, const Token *one, const Token *other, int exact, int32_t least) {
    const Rules *rules = call->rules;
    if (one->role == rules->INITIAL || other->role == rules->INITIAL) return initial(rules, one, other);
    if (!(one->kin & other->kin)) return rules->FLOOR;
    const int32_t says = min(one->says, other->says), shared = shared_credit(call, one, other);
    if (shared == 100) return says;
    const int32_t best = shared ? floor_div((int64_t)says * shared, 100) : rules->FLOOR;
    if (one->is_whole && other->is_whole)
        return is_same(call->left->bytes + one->text_at, one->text_size, call->right->bytes + other->text_at,
                       other->text_size) ? says : best;
    if (one->is_known && other->is_known) return best;
    exact = exact && one->is_syllabic && other->is_syllabic;
    const Reading *left = call->left->readings + one->readings_at;
    const Reading *right = call->right->readings + other->readings_at;
    int can = 0;
    for (int i = 0; i < one->readings; i++)
        for (int j = 0; j < other->readings; j++) {
            const Reading *a = left + i, *b = right + j;
            if (!can_reach(rules, a, b, least, a->self + b->self)) continue;
            if (is_same(call->left->bytes + a->at, a->size, call->right->bytes + b->at, b->size)) return says;
            can = 1;
        }
    if (exact) return best;
    const int32_t slipped = least < rules->HALF_WAY ? floor_div((int64_t)says * rules->SLIPPED, 100) : rules->FLOOR;
    if (!can) return slipped > best && is_slip(call, one, other) ? slipped : best;
    const int only_for = least > rules->EVEN;
    const uint64_t key = ((uint64_t)one->id << 32 | (uint64_t)other->id << 1 | (uint64_t)only_for) + 1;
    Remembered *memo = call->memo + (key * 0x9E3779B97F4A7C15u >> (64 - call->memo_bits));
    if (memo->key != key) {
        memo->value = read_alike(call, one, other, best, only_for);
        memo->key = key;
    }
    return slipped > memo->value && is_slip(call, one, other) ? slipped : memo->value;
}

/* Whether two words could speak for one bearer, or (`are_joined`) two written as one and a word: no for most pairs,
 * and soon. */
static inline int could_meet(const Call *call, const Token *one, const Token *other, const Reading *left,
                             const Reading *right, int are_joined) {
    if (!(one->kin & other->kin)) return 0;
    if (!one->is_plain || !other->is_plain || one->seen & other->seen) return 1;
    const Reading *a = left + one->readings_at, *b = right + other->readings_at;
    if (are_joined) return loses_within(call->rules, a, b, a->spare_joined + b->spare_joined);
    return loses_within(call->rules, a, b, a->spare + b->spare) || slips(call->rules, one, other);
}

/* assign._joined, whose weight is at least half of what the word says: so the share is half way from EVEN. */
static int32_t joined(const Call *call, const Token *one, const Token *other) {
    const Rules *rules = call->rules;
    const int32_t weight = meets(call, one, other, 0, rules->HALF_WAY);
    return 2 * weight >= min(one->says, other->says) ? weight - rules->JOINED : rules->FLOOR;
}

/* assign.Candidate as one number that sorts like the tuple. */
static uint64_t candidate(int32_t weight, int i, int wide, int j, int broad) {
    const uint64_t apart = (uint64_t)(i > j ? i - j : j - i);
    return (uint64_t)((1 << 30) - weight) << 32 | apart << 22 | (uint64_t)i << 16 | (uint64_t)wide << 14
         | (uint64_t)j << 8 | (uint64_t)broad;
}

static int insert(const Call *call, int count, int32_t weight, ptrdiff_t i, int wide, ptrdiff_t j, int broad) {
    const uint64_t one = candidate(weight, (int)i, wide, (int)j, broad);
    uint64_t *sorted = call->candidates;
    int place = count;
    for (; place && sorted[place - 1] > one; place--) sorted[place] = sorted[place - 1];
    sorted[place] = one;
    return count + 1;
}

/* assign._candidates, sorted */
static int candidates(const Call *call, const Token *left, const Name *a, const Token *right, const Name *b) {
    const Reading *here = call->left->readings, *there = call->right->readings;
    const Token *left_end = left + a->words, *right_end = right + b->words;
    const int exact = a->syllabic && b->syllabic, name = call->rules->NAME, least = call->rules->EVEN + 1;
    int count = 0;
    for (const Token *one = left; one < left_end; one++)
        for (const Token *other = right; other < right_end; other++) {
            if (!could_meet(call, one, other, here, there, 0)) continue;
            const int32_t weight = meets(call, one, other, exact, least);
            if (weight > 0) count = insert(call, count, weight, one - left, 1, other - right, 1);
        }
    for (const Token *one = left_end; one < left_end + a->joins; one++)
        for (const Token *other = right; one->role == name && other < right_end; other++) {
            if (other->role != name || !could_meet(call, one, other, here, there, 1)) continue;
            const int32_t weight = joined(call, one, other);
            if (weight > 0) count = insert(call, count, weight, one - left_end, 2, other - right, 1);
        }
    for (const Token *other = right_end; other < right_end + b->joins; other++)
        for (const Token *one = left; other->role == name && one < left_end; one++) {
            if (one->role != name || !could_meet(call, one, other, here, there, 1)) continue;
            const int32_t weight = joined(call, one, other);
            if (weight > 0) count = insert(call, count, weight, one - left, 1, other - right_end, 2);
        }
    return count;
}

static int is_named(const Rules *rules, int role) {
    return role == rules->NAME || role == rules->INITIAL || role == rules->PATRONYMIC;
}

/* leftover.part_of */
static int part_of(const Rules *rules, const Token *token, int exact) {
    return token->role == rules->ASIDE && !exact ? rules->NAME : token->role;
}

/* leftover._rivals */
static int rivals(const Rules *rules, const Token *one, const Token *other, int exact) {
    const int part = part_of(rules, one, exact), its = part_of(rules, other, exact);
    return part == its || (is_named(rules, part) && is_named(rules, its));
}

/* leftover._conflict */
static int32_t conflict(const Call *call, const Token *one, const Token *other, int exact) {
    const Rules *rules = call->rules;
    if (one->role == rules->INITIAL || other->role == rules->INITIAL) return rules->INITIAL_DIFFERS;
    const int part = part_of(rules, one, exact);
    if (part == part_of(rules, other, exact) && rules->CONFLICT[part]) return rules->CONFLICT[part];
    return min(rules->LEAST_CONFLICT, meets(call, one, other, exact, 1));
}

/* What the pieces of `rest` in assign.assign add up to, and what is asked of them. */
typedef struct {
    int32_t total, least, conflicts, omitted;
    int sunk, left_out;
} Rest;

static void add(Rest *rest, int32_t weight) {
    rest->total += weight;
    rest->least = min(rest->least, weight);
}

/* leftover.conflicts_among; a word that is nobody's rival stays in its list, the others become -1. */
static void conflicts(const Call *call, const Token *left, int alone, const Token *right, int also, int exact,
                      Rest *rest) {
    for (int i = 0; i < alone; i++)
        for (int j = 0; j < also; j++) {
            if (call->also[j] < 0) continue;
            const Token *one = left + call->alone[i], *other = right + call->also[j];
            if (!rivals(call->rules, one, other, exact)) continue;
            const int32_t weight = conflict(call, one, other, exact);
            add(rest, weight);
            rest->conflicts++;
            rest->sunk |= weight <= call->rules->SINKING;
            call->alone[i] = call->also[j] = -1;
            break;
        }
}

/* leftover.omitted_from; `first` and `last` are the places of the words that met. */
static void omitted(const Rules *rules, const Token *words, const uint8_t *taken, const int32_t *alone, int count,
                    int first, int last, int32_t at_start, int exact, Rest *rest) {
    int initials = 0;
    for (int i = first; i <= last; i++) initials |= taken[i] && words[i].role == rules->INITIAL;
    for (int n = 0; n < count; n++) {
        const int i = alone[n];
        if (i < 0) continue;
        const int part = part_of(rules, words + i, exact);
        int32_t cost = rules->OMITTED[part];
        if (part == rules->NAME) {
            if (i < last) cost = i > first ? rules->IN_THE_MIDDLE : at_start;
            else if (initials) cost = rules->BESIDE_INITIAL;
        }
        add(rest, -cost);
        rest->omitted++;
        rest->left_out |= -cost <= -rules->IN_THE_MIDDLE;
        rest->sunk |= -cost <= -rules->AT_THE_START;
    }
}

/* leftover.shape_of: whether the partners of the names rise, in order; or when begun at some place, unless a small word
 * says who is whose child. They do if they fall at most once, and then the last is not above the first. */
static void shape(const Rules *rules, const Token *left, const Token *right, int words, const int32_t *partner,
                  Rest *rest) {
    int32_t first = -1, last = -1;
    int falls = 0, fathers = 0;
    for (int i = 0; i < words; i++) {
        if (partner[i] < 0) continue;
        fathers |= left[i].joins_father | right[partner[i]].joins_father;
        if (left[i].role != rules->NAME || right[partner[i]].role != rules->NAME) continue;
        if (first < 0) first = partner[i];
        falls += partner[i] < last;
        last = partner[i];
    }
    if (falls > 1 || (falls == 1 && (fathers || last > first)))
        add(rest, fathers ? -rules->TURNED_ROUND : -rules->OUT_OF_ORDER);
}

/* The places that met nothing; the first and the last of those that did in `ends`. */
static int unmet(const uint8_t *taken, int words, int32_t *places, int *ends) {
    int count = 0;
    ends[0] = ends[1] = -1;
    for (int i = 0; i < words; i++) {
        if (!taken[i]) {
            places[count++] = i;
            continue;
        }
        if (ends[0] < 0) ends[0] = i;
        ends[1] = i;
    }
    return count;
}

/* assign.assign */
static int32_t assign(const Call *call, const Name *a, const Name *b) {
    const Rules *rules = call->rules;
    const Token *left = call->left->tokens + a->words_at, *right = call->right->tokens + b->words_at;
    const int count = candidates(call, left, a, right, b);
    if (!count) return rules->NOTHING_MET;
    uint8_t *here = call->taken, *there = call->taken + a->words;
    memset(here, 0, (size_t)(a->words + b->words));
    for (int i = 0; i < a->words; i++) call->partner[i] = -1;
    int32_t total = 0, pieces = 0;
    for (int n = 0; n < count; n++) {
        const uint64_t one = call->candidates[n];
        const int i = one >> 16 & 63, wide = one >> 14 & 3, j = one >> 8 & 63, broad = one & 3;
        if (here[i] || here[i + wide - 1] || there[j] || there[j + broad - 1]) continue;
        here[i] = here[i + wide - 1] = there[j] = there[j + broad - 1] = 1;
        call->partner[i] = call->partner[i + wide - 1] = j;
        total += (1 << 30) - (int32_t)(one >> 32);
        pieces++;
    }
    const int are_bodies = a->of_body && b->of_body;
    int ends[2], far_ends[2];
    const int alone = unmet(here, a->words, call->alone, ends);
    const int also = unmet(there, b->words, call->also, far_ends);
    Rest rest = {0, 0, 0, 0, 0, 0};
    const int exact = a->syllabic && b->syllabic;
    conflicts(call, left, alone, right, also, exact, &rest);
    const int32_t at_start = are_bodies ? rules->OMITTED[rules->NAME] : rules->AT_THE_START;
    omitted(rules, left, here, call->alone, alone, ends[0], ends[1], at_start, exact, &rest);
    omitted(rules, right, there, call->also, also, far_ends[0], far_ends[1], at_start, exact, &rest);
    shape(rules, left, right, a->words, call->partner, &rest);
    if (pieces == 1 && !are_bodies && rest.left_out) add(&rest, -rules->ALONE);
    const int complete = rest.least >= -rules->LITTLE;
    if (complete && are_bodies) rest.total += rules->COVERED;
    int32_t most = rest.sunk ? rules->SHARED : rest.conflicts || rest.omitted ? rules->PARTLY : total;
    if (!complete && are_bodies) most = min(most, rules->SISTERS);
    return min(total, most) + rest.total;
}

/* -- score.py -- */

/* The key of no pair of units. */
#define NO_KEY UINT64_MAX

static uint64_t place_of(const Links *links, uint64_t key) {
    uint64_t place = key * 0x9E3779B97F4A7C15u >> 20 & links->mask;
    while (links->links[place].key != key && links->links[place].key != NO_KEY) place = (place + 1) & links->mask;
    return place;
}

/* units.link and units.losses */
static const Link *linked(const Call *call, int32_t one, int32_t other) {
    const Link *found = call->links->links + place_of(call->links, (uint64_t)one << 32 | (uint64_t)other);
    return found->key == NO_KEY ? &call->miss : found;
}

static int are_same(const Call *call, const Name *a, const Way *one, const Name *b, const Way *other) {
    const int32_t *mine = call->left->units + a->units_at, *its = call->right->units + b->units_at;
    if (one->size != other->size) return 0;
    for (int n = 0; n < one->size; n++) {
        const int32_t unit = mine[call->left->way_units[one->at + n]];
        if (call->links->same[unit] != its[call->right->way_units[other->at + n]]) return 0;
    }
    return 1;
}

enum { BOTH, ONE_ALONE, OTHER_ALONE };  /* how an alignment came to a cell */

/* What no family of systems explains of the alignment that ends in the last cell: max(-MIXED, *lost) */
static int32_t mixed(const Call *call, const Way *one, const Way *other, const int32_t *mine, const int32_t *its,
                     int width) {
    const Rules *rules = call->rules;
    int i = one->size, j = other->size;
    memcpy(call->lost, rules->SELDOM_USED, (size_t)rules->families * sizeof(int32_t));
    while (i || j) {
        const int how = call->came_from[i * (other->size + 1) + j];
        i -= how != OTHER_ALONE;
        j -= how != ONE_ALONE;
        const int32_t row = how == BOTH ? call->links_here[mine[i] * width + its[j]]->losses : 0;
        for (int n = 0; row && n < rules->families; n++)
            call->lost[n] += call->links->losses[row * rules->families + n];
    }
    int32_t most = -rules->MIXED;
    for (int n = 0; n < rules->families; n++) most = max(most, call->lost[n]);
    return most;
}

/* score._syllables and score._whole_way, where it is more than `best`; of options that weigh the same the first is
 * kept, as there, for what it loses. */
static int32_t syllables(const Call *call, const Name *a, const Way *one, const Name *b, const Way *other,
                         int32_t best) {
    const Rules *rules = call->rules;
    const int32_t *mine = call->left->way_units + one->at, *its = call->right->way_units + other->at;
    const int32_t *gaps = call->left->way_gaps + one->at, *its_gaps = call->right->way_gaps + other->at;
    const int32_t further = rules->LONGER * max(0, max(one->size, other->size) - 3);
    int32_t *above = call->rows[0], *here = call->rows[1];
    uint8_t *how = call->came_from;
    above[0] = -one->cost - other->cost;
    for (int j = 0; j < other->size; j++) above[j + 1] = above[j] - its_gaps[j];
    memset(how, OTHER_ALONE, (size_t)other->size + 1);
    for (int i = 0; i < one->size; i++) {
        const Link *const *links = call->links_here + mine[i] * b->units;
        here[0] = above[0] - gaps[i];
        how += other->size + 1;
        how[0] = ONE_ALONE;
        for (int j = 0; j < other->size; j++) {
            const int32_t joined = links[its[j]]->link;
            here[j + 1] = above[j] + joined - (joined == rules->MISS ? further : 0);
            how[j + 1] = BOTH;
            if (above[j + 1] - gaps[i] > here[j + 1]) {
                here[j + 1] = above[j + 1] - gaps[i];
                how[j + 1] = ONE_ALONE;
            }
            if (here[j] - its_gaps[j] > here[j + 1]) {
                here[j + 1] = here[j] - its_gaps[j];
                how[j + 1] = OTHER_ALONE;
            }
        }
        int32_t *spare = above;
        above = here;
        here = spare;
    }
    int32_t weight = above[other->size];
    if (weight <= best) return best;
    weight += mixed(call, one, other, mine, its, b->units);
    if (one->is_pinyin && other->is_pinyin && !are_same(call, a, one, b, other)) weight -= rules->BOTH_PINYIN;
    return max(best, weight);
}

/* The best of score._syllables over all ways of both, or `best`. Each unit is linked once a pair of names; a way
 * whose units cannot add enough, whatever they meet, is passed over. */
static int32_t best_syllables(const Call *call, const Name *a, const Name *b, int32_t best) {
    const int32_t *mine = call->left->units + a->units_at, *its = call->right->units + b->units_at;
    for (int i = 0; i < a->units; i++) {
        int32_t top = INT32_MIN;
        for (int j = 0; j < b->units; j++) {
            const Link *found = linked(call, mine[i], its[j]);
            call->links_here[i * b->units + j] = found;
            top = max(top, found->link);
        }
        call->best_here[i] = top;
    }
    for (int i = 0; i < a->ways; i++) {
        const Way *one = call->left->ways + a->ways_at + i;
        int32_t most = -one->cost;
        for (int n = 0; n < one->size; n++)
            most += max(call->best_here[call->left->way_units[one->at + n]], -call->left->way_gaps[one->at + n]);
        for (int j = 0; j < b->ways; j++) {
            const Way *other = call->right->ways + b->ways_at + j;
            if (most - other->cost > best) best = syllables(call, a, one, b, other, best);
        }
    }
    return best;
}

/* score._run_together, where it is more than `best` */
static int32_t run_together(const Call *call, const Name *a, const Name *b, int32_t best) {
    const Rules *rules = call->rules;
    if (a->words == b->words || (a->syllabic && b->syllabic)) return best;
    if ((a->is_body || b->is_body) && (a->is_grouped || b->is_grouped)) return best;
    const Reading *one = call->left->readings + a->whole, *other = call->right->readings + b->whole;
    if (min(one->size, other->size) < rules->RUN_SHORTEST || max(one->size, other->size) > rules->RUN_LONGEST)
        return best;
    const int32_t most = floor_div(one->self + other->self, 2), whole = max(1, most);
    if (!can_reach(rules, one, other, rules->RUN_SHARE, 2 * whole)) return best;
    const int32_t needed = -floor_div(-(int64_t)rules->RUN_SHARE * whole, 100);
    const int32_t weight = alike(call, call->left->bytes + one->at, one->size, call->right->bytes + other->at,
                                 other->size, one->total, needed);
    const int32_t share = floor_div((int64_t)100 * weight, whole);
    if (share < rules->RUN_SHARE) return best;
    return max(best, floor_div((int64_t)min(rules->RUN_MOST, most) * (2 * share - 100), 100) - rules->RUN_JOINED);
}

/* score.weigh */
static int32_t weigh(const Call *call, const Name *a, const Name *b) {
    int32_t best = INT32_MIN;
    if (!(a->is_han && b->is_han) || (a->is_transcribed && b->is_transcribed)) {
        best = assign(call, a, b);
        best = run_together(call, a, b, best);
    }
    if (a->ways && b->ways) best = best_syllables(call, a, b, best);
    return best == INT32_MIN ? call->rules->NOTHING : best;
}

/* -- flat.py -- */

/* What `alike` can at most be for a string of sounds; see Reading. */
static void measure(const Rules *rules, const uint8_t *sounds, Reading *one) {
    int32_t most = 0, own = 0;
    one->least = one->size ? INT32_MAX : 0;
    for (int32_t n = 0; n < one->size; n++) {
        one->letters |= (uint64_t)1 << sounds[n];
        one->near |= rules->near[sounds[n]];
        most += rules->most[sounds[n]];
        own += rules->own[sounds[n]];
        one->least = min(one->least, rules->unmet[sounds[n]]);
    }
    one->self = one->size ? max(1, own) : 0;
    one->total = max(most, own);
    one->spare = one->total - floor_div((int64_t)(rules->EVEN + 1) * one->self, 100);
    one->spare_joined = one->total - floor_div((int64_t)rules->HALF_WAY * one->self, 100);
}

/* Write into a book where everything stands, whose parts follow each other in the order of its names and of which
 * only the sizes are given; the ids of its words; what its readings can at most be; and its own sizes. */
void lay_out(const Rules *rules, Book *book, const int32_t *ids) {
    Name *names = (Name *)book->names;
    Token *tokens = (Token *)book->tokens;
    Reading *readings = (Reading *)book->readings;
    Way *ways = (Way *)book->ways;
    int32_t words = 0, read = 0, groups = 0, way = 0, way_units = 0, units = 0, at = 0;
    for (Name *name = names; name < names + book->count; name++) {
        name->words_at = words, name->ways_at = way, name->units_at = units;
        words += name->words + name->joins;
        way += name->ways;
        units += name->units;
        book->most_words = max(book->most_words, name->words);
        book->most_units = max(book->most_units, name->units);
    }
    for (int32_t n = 0; n < way; way_units += ways[n++].size) {
        ways[n].at = way_units;
        book->longest_way = max(book->longest_way, ways[n].size);
    }
    for (int32_t n = 0; n < words; n++) {
        tokens[n].id = ids[n], tokens[n].readings_at = read, tokens[n].groups_at = groups;
        read += tokens[n].readings;
        groups += tokens[n].groups;
    }
    book->longest = book->longest_way;
    for (int32_t n = 0; n < read + book->count; at += readings[n++].size) {
        readings[n].at = at;
        measure(rules, book->bytes + at, readings + n);
        book->longest = max(book->longest, readings[n].size);
    }
    for (int32_t n = 0; n < book->count; n++) names[n].whole = read + n;
    for (int32_t n = 0; n < words; at += tokens[n++].text_size) {
        tokens[n].text_at = at;
        book->longest = max(book->longest, tokens[n].text_size);
    }
}

/* -- called from Python -- */

void fill_links(const Links *links, const Link *found, int64_t count) {
    for (int64_t n = 0; n < count; n++) links->links[place_of(links, found[n].key)] = found[n];
}

/* Room for one call, in one piece; NULL where there is none. */
static void *room(Call *call, int32_t longest, int32_t words, int32_t units, int32_t longest_way) {
    const size_t row = (size_t)longest + 1, memo = (size_t)1 << call->memo_bits;
    const size_t most = (size_t)words * (size_t)words * 3;
    const size_t linked = (size_t)units * (size_t)units, way = (size_t)longest_way + 1;
    const size_t ints = 3 * row + (size_t)units + 3 * (size_t)words + (size_t)call->rules->families;
    char *all = calloc(1, memo * sizeof(Remembered) + most * sizeof(uint64_t) + linked * sizeof(Link *)
                              + ints * sizeof(int32_t) + 2 * (size_t)words + way * way);
    if (!all) return NULL;
    call->memo = (Remembered *)all;
    call->candidates = (uint64_t *)(call->memo + memo);
    call->links_here = (const Link **)(call->candidates + most);
    int32_t *next = (int32_t *)(call->links_here + linked);
    for (int n = 0; n < 3; n++, next += row) call->rows[n] = next;
    call->best_here = next, next += units;
    call->partner = next, next += words;
    call->alone = next, next += words;
    call->also = next, next += words;
    call->lost = next, next += call->rules->families;
    call->taken = (uint8_t *)next;
    call->came_from = call->taken + 2 * words;
    call->miss = (Link){NO_KEY, call->rules->MISS, 0};
    return all;
}

/* Ask for the name that comes three pairs later, the words of the next but one, and the readings of the next. */
ASKING void fetch_ahead(const Book *book, const int32_t *places, int64_t left) {
    if (left > 3) fetch(book->names + places[3], sizeof(Name));
    if (left > 2) {
        const Name *name = book->names + places[2];
        fetch(book->tokens + name->words_at, (size_t)(name->words + name->joins) * sizeof(Token));
        fetch(book->readings + name->whole, sizeof(Reading));
    }
    if (left > 1) {
        const Name *name = book->names + places[1];
        if (name->words)
            fetch(book->readings + book->tokens[name->words_at].readings_at,
                  (size_t)(name->words + name->joins) * sizeof(Reading));
    }
}

/* The weight of each pair of names: 1; or 0 where there was no memory, and -1 where a book has no such place. */
int32_t weigh_pairs(const Rules *rules, const Book *left, const Book *right, const Links *links,
                    const int32_t *ia, const int32_t *ib, int64_t count, int32_t *found) {
    Call call = {.rules = rules, .left = left, .right = right, .links = links, .memo_bits = LEAST_MEMO};
    for (int64_t n = 0; n < count; n++)
        if (ia[n] < 0 || ia[n] >= left->count || ib[n] < 0 || ib[n] >= right->count) return -1;
    while (call.memo_bits < MOST_MEMO && count >> call.memo_bits) call.memo_bits++;
    void *all = room(&call, max(left->longest, right->longest), max(left->most_words, right->most_words) + 1,
                     max(left->most_units, right->most_units),
                     max(left->longest_way, right->longest_way));
    for (int64_t n = 0; n < count && all; n++) {
        fetch_ahead(right, ib + n, count - n);
        found[n] = weigh(&call, left->names + ia[n], right->names + ib[n]);
    }
    free(all);
    return all != NULL;
}

/* -- postings.py -- */

enum { NEAR = 16 };  /* keys */

typedef struct {
    int32_t group, weight;
    int64_t key;
} Asked;

/* Keys are checksums, spread evenly: one stands about where its share of them says. */
static int64_t key_at(const Postings *index, uint32_t key) {
    int64_t low = (int64_t)((uint64_t)key * (uint64_t)index->count >> 32), high = low, step = NEAR;
    while (low > 0 && index->keys[low] > key) low = low > step ? low - step : 0, step *= 2;
    for (step = NEAR; high < index->count && index->keys[high] < key; step *= 2) high += step;
    if (high >= index->count) high = index->count - 1;
    while (low < high) {
        const int64_t middle = (low + high) / 2;
        if (index->keys[middle] < key) low = middle + 1;
        else high = middle;
    }
    return low < index->count && index->keys[low] == key ? low : -1;
}

/* By group, the best of a group first. */
static int asked_order(const void *a, const void *b) {
    const Asked *one = a, *other = b;
    if (one->group != other->group) return one->group < other->group ? -1 : 1;
    if (one->weight != other->weight) return one->weight > other->weight ? -1 : 1;
    return one->key < other->key ? -1 : one->key > other->key;
}

/* Add up what the names of the keys share, of usual keys or of the others; how many names were touched so far. */
static int32_t add_up(Postings *index, const Asked *asked, int64_t count, int32_t kinds, int32_t cap, int usual,
                      int32_t touched) {
    for (int64_t n = 0; n < count; n++) {
        const int64_t from = index->starts[asked[n].key], to = index->starts[asked[n].key + 1];
        if (!n || asked[n].group != asked[n - 1].group) index->stamp++;
        if ((to - from > cap) != usual) continue;
        for (int64_t at = from; at < to && at < from + cap; at++) {
            const int32_t place = index->places[at];
            if (!(index->kinds[place] & kinds) || index->seen[place] == index->stamp) continue;
            index->seen[place] = index->stamp;
            if (!index->sums[place]) index->touched[touched++] = place;
            index->sums[place] += asked[n].weight;
        }
    }
    return touched;
}

static int64_t shared(const Postings *index, int32_t place) {
    return (int64_t)index->sums[place] * index->shares[place];
}

/* Whether the one comes after the other: less, or as much and further on. */
static int is_worse(const Postings *index, int32_t one, int32_t other) {
    const int64_t here = shared(index, one), there = shared(index, other);
    return here != there ? here < there : one > other;
}

/* Let the name at `at` sink in a heap whose top is the worst. */
static void sink(const Postings *index, int32_t *heap, int32_t size, int32_t at) {
    for (int32_t child; (child = 2 * at + 1) < size; at = child) {
        if (child + 1 < size && is_worse(index, heap[child + 1], heap[child])) child++;
        if (!is_worse(index, heap[child], heap[at])) return;
        const int32_t spare = heap[at];
        heap[at] = heap[child];
        heap[child] = spare;
    }
}

/* The names that share most, the most first; how many. `known` has room for all keys. */
static int32_t best_of(Postings *index, Asked *known, const uint32_t *asked, const int32_t *groups, int32_t count,
                       int32_t kinds, int32_t cap, int32_t limit, int32_t *found) {
    int32_t size = 0;
    for (int32_t n = 0; n < count; n++) {
        const int64_t key = key_at(index, asked[n]);
        if (key >= 0) known[size++] = (Asked){groups[n], index->weights[key], key};
    }
    qsort(known, (size_t)size, sizeof(Asked), asked_order);
    if (index->stamp > INT32_MAX / 2) {
        memset(index->seen, 0, (size_t)index->names * sizeof(int32_t));
        index->stamp = 0;
    }
    int32_t touched = add_up(index, known, size, kinds, cap, 0, 0);
    if (touched < limit) touched = add_up(index, known, size, kinds, cap, 1, touched);
    int32_t kept = 0;
    for (int32_t n = 0; n < touched; n++) {
        const int32_t place = index->touched[n];
        if (kept < limit) {
            found[kept++] = place;
            if (kept == limit)
                for (int32_t at = limit / 2; at >= 0; at--) sink(index, found, kept, at);
        } else if (is_worse(index, found[0], place)) {
            found[0] = place;
            sink(index, found, kept, 0);
        }
    }
    if (kept < limit)
        for (int32_t at = kept / 2; at >= 0; at--) sink(index, found, kept, at);
    for (int32_t end = kept - 1; end > 0; end--) {
        const int32_t worst = found[0];
        found[0] = found[end];
        found[end] = worst;
        sink(index, found, end, 0);
    }
    for (int32_t n = 0; n < touched; n++) index->sums[index->touched[n]] = 0;
    return kept;
}

/* The names that share most with each question, the most first: how many in `counts`, and all of them one after
 * the other; 0 where there was no memory, else 1. `sizes`: how many keys each question has. */
int32_t best_shared(Postings *index, const uint32_t *asked, const int32_t *groups, const int32_t *sizes,
                    const int32_t *kinds, int64_t questions, int32_t cap, int32_t limit, int32_t *counts,
                    int32_t *found) {
    int32_t most = 0;
    for (int64_t n = 0; n < questions; n++) most = max(most, sizes[n]);
    Asked *known = malloc((size_t)(most + 1) * sizeof(Asked));
    for (int64_t n = 0; n < questions && known; n++) {
        counts[n] = best_of(index, known, asked, groups, sizes[n], kinds[n], cap, limit, found);
        asked += sizes[n];
        groups += sizes[n];
        found += counts[n];
    }
    const int32_t there = known != NULL;
    free(known);
    return there;
}
