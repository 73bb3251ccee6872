// Words in several scripts for generated agreements, and the kinds of text that break layouts.
// Data only; no word of it is one that a draft uses of itself.

/** Words by script; the last two are set in the Word file and in HTML only. */
export const pools = {
  latin:
    'library courtyard evening families telescope partners agree schedule printing poster together review share notes',
  polish:
    'książka dziedziniec wieczór rodziny źródło wspólnie łąka żółty ćwiczenie zażółć gęślą jaźń świetlica',
  greek:
    'βιβλιοθήκη αυλή βράδυ οικογένειες τηλεσκόπιο εταίροι συμφωνία πρόγραμμα αφίσα μαζί ανασκόπηση',
  cyrillic:
    'библиотека двор вечер семьи телескоп партньори договор график плакат заедно преглед бележки',
  hebrew: 'ספרייה חצר ערב משפחות טלסקופ שותפים הסכם לוח כרזה יחד סקירה הערות',
  arabic: 'مكتبة فناء مساء عائلات تلسكوب شركاء اتفاق جدول ملصق معا مراجعة ملاحظات',
} as const;

/** Words too wide for a cell: one with no place to break, one of sixty letters, an address. */
export const longWords: readonly string[] = [
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten',
  'Abcdefghijklmnopqrstuvwxyz'.repeat(3).slice(0, 60),
  'https://library.example.org/programmes/2027/astronomy/stars-over-riverbend?view=all&sort=date',
];

/** Text that would be markup, a template or a field in one format or another, and must stay text. */
export const awkward: readonly string[] = [
  'A & B <i>not italic</i>',
  '<%= title %> #{title} $1',
  "'single' and “double”",
  'C:\\shared\\notes',
  '100 %, 5–7 €',
  'soft\u00adhyphen and no\u00a0break',
];
