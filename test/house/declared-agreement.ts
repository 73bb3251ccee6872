// Written by a test; what dist/types/model/agreement.d.ts says.

/** An agreement as validated: the shape of the spec, bare texts and single items normalised. */
export interface Agreement {
  /** The version of this format: 1. */
  readonly spec: 1;
  /** The title of the agreement. */
  readonly title: string;
  /** The template: a folder under templates/. Default: mou. */
  readonly kind?: string;
  /** The document number. */
  readonly reference?: string;
  /** The version of this paper. */
  readonly version?: string;
  /** Default: draft. */
  readonly status?: 'draft' | 'final';
  /** The date of the paper. */
  readonly date?: string;
  /** The language of the paper, BCP 47; default en-US. */
  readonly language?: string;
  /** The paper size; default from the language's region. */
  readonly paper?: 'letter' | 'a4';
  /** How much the checklist asks; default standard. */
  readonly level?: 'simple' | 'standard' | 'funded';
  /** The document that this one replaces. */
  readonly supersedes?: string;
  /** The partners, 2 to 24, by a short key. */
  readonly partners: { readonly [partner: string]: {
    /** The legal name. */
    readonly name: string;
    /** How the text calls this partner; default: the name. */
    readonly short?: string;
    /** What kind of organisation it is. */
    readonly kind?: string;
    /** Partners and funders sign; supporters are named and thanked. Default: partner. */
    readonly role?: 'partner' | 'supporter' | 'funder';
    /** What the partner is there for. */
    readonly mission?: string;
    /** The postal address; line breaks are kept. */
    readonly address?: string;
    /** Who to talk to. */
    readonly contacts?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** The person to talk to. */
      readonly name: string;
      /** Their job title. */
      readonly title?: string;
      /** Their e-mail address. */
      readonly email?: string;
      /** Their phone number. */
      readonly phone?: string;
    })[];
    /** Who signs. */
    readonly signatories?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** Who signs. */
      readonly name: string;
      /** In what office they sign. */
      readonly title?: string;
    })[];
    /** What the partner puts in. */
    readonly gives?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** What the partner gives: time, space, money, materials, know-how. */
      readonly what: string;
      /** What it is worth, in the currency of the budget. */
      readonly value?: number;
    })[];
    /** What the partner gets out of this. */
    readonly gains?: readonly (string)[];
    /** Days on which the partner is closed. */
    readonly closed?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** The first day closed. */
      readonly from: string;
      /** The last day closed; left out for one day. */
      readonly to?: string;
      /** Why. */
      readonly why?: string;
    })[];
    /** Logo and colour. */
    readonly brand?: {
      /** The logo: PNG, JPEG or SVG, relative to this file. */
      readonly logo?: string;
      /** The logo in a few words, for people who cannot see it. */
      readonly alt?: string;
      /** The partner's colour. */
      readonly color?: string;
      /** How the brand may be used, or a link to the rules. */
      readonly rules?: string;
    };
  } };
  /** Why you are working together. */
  readonly purpose: string;
  /** How it came about. */
  readonly background?: readonly (string)[];
  /** What you hold to. */
  readonly principles?: readonly (string)[];
  /** How long the agreement runs. */
  readonly term: {
    /** The first day. */
    readonly start: string;
    /** The last day; without it the agreement stands until ended. */
    readonly end?: string;
    /** How it is renewed. */
    readonly renewal?: string;
  };
  /** What it is meant to achieve. */
  readonly goals?: readonly ({
    /** A short name by which other parts of the spec refer to this item. */
    readonly id?: string;
    /** The goal in a line. */
    readonly text: string;
    /** How you will know that it worked. */
    readonly measures?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** What is counted or asked. */
      readonly what: string;
      /** Where you start. */
      readonly baseline?: string;
      /** What success looks like. */
      readonly target?: string;
      /** By when. */
      readonly by?: string;
      /** The partner that collects the figures. */
      readonly collector?: string;
    })[];
  })[];
  /** Who does what. */
  readonly roles?: readonly ({
    /** A short name by which other parts of the spec refer to this item. */
    readonly id?: string;
    /** What is to be done. */
    readonly task: string;
    /** Which subjects this task settles. */
    readonly covers?: readonly ('meetings' | 'staffing' | 'publicity' | 'training' | 'evaluation' | 'reporting' | 'money' | 'safeguarding')[];
    /** The partner that answers for it. */
    readonly lead?: string;
    /** A person or a job title. */
    readonly person?: string;
    /** Partners that help. */
    readonly support?: readonly (string)[];
    /** How often. */
    readonly every?: string;
    /** By when. */
    readonly due?: string;
    /** Ids of tasks, milestones or events that come first. */
    readonly after?: readonly (string)[];
    /** Ids of the goals it serves. */
    readonly goals?: readonly (string)[];
  })[];
  /** Milestones, events, meetings and reviews. */
  readonly schedule?: {
    /** What is reached by when. */
    readonly milestones?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** What is reached. */
      readonly name: string;
      /** When. */
      readonly date: string;
      /** Who answers for it. */
      readonly owner?: string;
      /** An early, easy success that proves the idea. */
      readonly smallWin?: boolean;
      /** The closing meeting: thanks and lessons. */
      readonly closing?: boolean;
      /** Ids of tasks, milestones or events that come first. */
      readonly after?: readonly (string)[];
      /** Ids of the goals it serves. */
      readonly goals?: readonly (string)[];
    })[];
    /** Events. */
    readonly events?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** The event. */
      readonly name: string;
      /** The day, or the first of several. */
      readonly date: string;
      /** The last day, if there are several. */
      readonly end?: string;
      /** Where. */
      readonly place?: string;
      /** The partners that provide staff. */
      readonly staff?: readonly (string)[];
      /** Open to the public. */
      readonly public?: boolean;
      /** Children or young people take part. */
      readonly minors?: boolean;
      /** Ids of tasks, milestones or events that come first. */
      readonly after?: readonly (string)[];
      /** Ids of the goals it serves. */
      readonly goals?: readonly (string)[];
    })[];
    /** Meetings of the partners. */
    readonly meetings?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** The meeting. */
      readonly name: string;
      /** How often. */
      readonly every?: string;
      /** The first one. */
      readonly first?: string;
      /** The day, if there is one only. */
      readonly date?: string;
      /** The days, if they are irregular. */
      readonly dates?: readonly (string)[];
      /** Who invites, books the room and takes the notes. */
      readonly organizer?: string;
    })[];
    /** Dates to look back together. */
    readonly reviews?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** When you look back together. */
      readonly date: string;
      /** What it is. */
      readonly what?: string;
    })[];
  };
  /** How the partners talk and decide. */
  readonly communication?: {
    /** How you talk. */
    readonly channels?: readonly (string)[];
    /** Who tells whom what, and how often. */
    readonly updates?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** What is told. */
      readonly what: string;
      /** How often. */
      readonly every?: string;
      /** Who tells. */
      readonly from?: string;
      /** Who is told. */
      readonly to?: readonly (string)[];
    })[];
    /** Who decides what. */
    readonly decisions?: string;
    /** Who to talk to first, and next. */
    readonly concerns?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** What to do. */
      readonly step: string;
      /** Who is involved. */
      readonly who?: string;
      /** How fast. */
      readonly within?: string;
    })[];
    /** What staff of the partners learn from each other. */
    readonly training?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** What is learned. */
      readonly what: string;
      /** When. */
      readonly date?: string;
      /** Who teaches. */
      readonly by?: string;
      /** Whose staff or volunteers learn. */
      readonly for?: readonly (string)[];
    })[];
  };
  /** Logos, materials and approvals. */
  readonly branding?: {
    /** When it is decided what is branded or co-branded. */
    readonly decideBy?: string;
    /** The order of logos; default: the order of partners. */
    readonly order?: readonly (string)[];
    /** What is printed or posted, and who approves it. */
    readonly materials?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** The material. */
      readonly name: string;
      /** `joint`, `none` or a partner's key: whose brand it carries. */
      readonly brand?: string;
      /** Whose logos it shows; default for joint: all partners and funders. */
      readonly logos?: readonly (string)[];
      /** Who approves, by partner. */
      readonly approvers?: { readonly [partner: string]: string };
      /** When the draft goes to the approvers. */
      readonly submit?: string;
      /** When it is published. */
      readonly publish?: string;
    })[];
    /** How logos may be used, and until when. */
    readonly rules?: string;
    /** The sentence that names and thanks everyone. */
    readonly credit?: string;
  };
  /** What the work needs. */
  readonly resources?: {
    /** What the work needs, and who provides it. */
    readonly needs?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** What is needed. */
      readonly what: string;
      /** Who provides it. */
      readonly from?: readonly (string)[];
    })[];
    /** The budget. */
    readonly budget?: {
      /** The ISO 4217 code of the currency. */
      readonly currency: string;
      /** The lines. */
      readonly lines?: readonly ({
        /** A short name by which other parts of the spec refer to this item. */
        readonly id?: string;
        /** What it pays for. */
        readonly item: string;
        /** How much. */
        readonly amount: number;
        /** Who pays. */
        readonly from?: string;
      })[];
      /** The sum of the lines. */
      readonly total?: number;
      /** Who holds the money. */
      readonly holder?: string;
      /** How and when it is paid. */
      readonly payment?: string;
    };
  };
  /** How success is evaluated. */
  readonly evaluation?: {
    /** How you find out whether it worked. */
    readonly plan?: string;
    /** Who evaluates. */
    readonly by?: readonly (string)[];
    /** The report. */
    readonly report?: {
      /** Who gets the report. */
      readonly to?: readonly (string)[];
      /** By when; up to a year after the end. */
      readonly due?: string;
    };
  };
  /** Words that partners may understand differently. */
  readonly vocabulary?: readonly ({
    /** A short name by which other parts of the spec refer to this item. */
    readonly id?: string;
    /** The word. */
    readonly term: string;
    /** What it means here. */
    readonly means?: string;
    /** How partners use it differently. */
    readonly usage?: { readonly [partner: string]: string };
  })[];
  /** The terms. */
  readonly terms?: {
    /** Whether this is legally binding. */
    readonly binding?: boolean;
    /** How this agreement is changed. */
    readonly changes?: string;
    /** How it is ended early. */
    readonly ending?: {
      /** How long before. */
      readonly notice?: string;
      /** `any` or a partner's key: who may end it. */
      readonly by?: string;
      /** What happens then. */
      readonly effects?: string;
    };
    /** How a new partner joins. */
    readonly joining?: string;
    /** What happens when a partner leaves. */
    readonly leaving?: string;
    /** Personal data. */
    readonly data?: {
      /** What personal data is collected. */
      readonly what?: string;
      /** Who sees it. */
      readonly sees?: string;
      /** How long it is kept. */
      readonly kept?: string;
      /** What happens if it leaks. */
      readonly breach?: string;
    };
    /** How children and vulnerable people are kept safe. */
    readonly safeguarding?: string;
    /** Insurance. */
    readonly insurance?: string;
    /** Who is responsible if something is damaged or someone is hurt. */
    readonly liability?: string;
    /** Who owns, and may reuse, what is made together. */
    readonly ownership?: string;
    /** What is kept confidential. */
    readonly confidentiality?: string;
    /** How disputes are settled. */
    readonly disputes?: string;
    /** Which law applies. */
    readonly law?: string;
    /** Clauses of your own. */
    readonly other?: readonly ({
      /** A short name by which other parts of the spec refer to this item. */
      readonly id?: string;
      /** The heading. */
      readonly heading: string;
      /** What is agreed. */
      readonly text: string;
    })[];
  };
  /** Annexes. */
  readonly annexes?: readonly ({
    /** A short name by which other parts of the spec refer to this item. */
    readonly id?: string;
    /** The title. */
    readonly title: string;
    /** A picture: PNG, JPEG or SVG, relative to this file. */
    readonly file?: string;
    /** The picture in words, for people who cannot see it. */
    readonly alt?: string;
    /** The text of the annex. */
    readonly text?: string;
  })[];
  /** Warnings and advice that the partners accept. */
  readonly waivers?: readonly ({
    /** A short name by which other parts of the spec refer to this item. */
    readonly id?: string;
    /** The rule whose finding is accepted. */
    readonly rule: string;
    /** An id or name that narrows it to one finding. */
    readonly at?: string;
    /** Why the partners accept it. */
    readonly reason: string;
    /** Who accepts it. */
    readonly by: string;
  })[];
}
