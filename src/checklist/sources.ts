// Where rules come from: the short names in the records, written out.
// Data only.

/** The names of sources, by the short name that records use. */
export const sourceNames: Readonly<Record<string, string>> = {
  guide: "a librarians' guide to partnerships (the five elements)",
  own: 'our own judgement',
  CL: 'ConnectedLib Toolkit, "Making plans together"',
  CAL: 'Coalition to Advance Learning, "Best Practices in Collaboration", 2016',
  TPI: 'The Partnering Initiative, Partnering Agreement Scorecard',
  WCFI: 'Wilder Collaboration Factors Inventory',
  PoP: 'Principles of Partnership, Global Humanitarian Platform, 2007',
  NILPPA: 'NILPPA, "Partnering for Stronger Programming"',
  CTB: 'Community Tool Box, University of Kansas',
  DoD: 'agreement template of DoDI 4000.19',
  NIST: 'MOU form of NIST SP 800-47',
  WIOA: '20 CFR 678.500',
  SAFECOM: 'SAFECOM guide to memoranda of understanding',
  YALSA: 'YALSA (Young Adult Library Services Association)',
  'WCAG 1.1.1': 'WCAG 2.2, success criterion 1.1.1',
  'WCAG 1.4.3': 'WCAG 2.2, success criterion 1.4.3',
  CP: 'Common Paper Partnership Agreement 1.1',
  IIIF: 'IIIF Consortium memorandum of understanding, 2015',
  C4CH: 'Missouri c4ch partnership form',
  CVSD: 'CVSD partnership template',
};
