// The limits of reading, in one place. They are ours: generous for any agreement, small enough
// that a hostile file is refused at once. Numbers only.

/** Largest file, in bytes (UTF-8) or UTF-16 units of text that is already decoded. */
export const maxFileBytes = 1 << 20;
/** Deepest nesting of lists and maps. */
export const maxDepth = 32;
/** Longest text, in code points. */
export const maxTextLength = 20_000;
/** Largest number of signs, keys and values; a full file of the largest size has fewer. */
export const maxTokens = 300_000;
/** Largest number of values that `*` and `<<` may add. */
export const maxAliasNodes = 10_000;
/** How many faults of YAML are repaired and reported in one run. */
export const maxFaults = 50;
/** How much text is parsed again, in UTF-16 units, to find more faults after the first. */
export const maxReparse = 1 << 20;
/** What an error of the YAML library costs, in UTF-16 units parsed: it records a call stack. */
export const errorCost = 100;
/** How many refused characters are reported one by one. */
export const maxBadCharacters = 20;
