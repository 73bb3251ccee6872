// Advance widths of Noto Sans, generated from its files; do not edit. A test keeps it current:
// `npm run golden` writes it anew. Each row: the first character's code, then the widths of it and
// of those that follow, in thousandths of an em, two digits each to the base 36.

/** Rows of widths by weight. */
export const advanceWidths: Readonly<
  Record<'regular' | 'bold', readonly (readonly [first: number, widths: string])[]>
> = {
  regular: [
    [32, '787hbchyfwn3kc698c8cfbfw7g8y7gacfwfwfwfwfwfwfwfwfwfw7g7gfwfwfwc2ozhri2hkkafgefk8'],
    [72, 'kl9f7lh7ekp7l4lpgtlphaf9fgkbgopugafqfw95ac95fwcc7tflh3dch3fo9kh3h67676eu76pzh6gt'],
    [112, 'h3h3bhdba1h6e4luepe6d2akfbakfw'],
    [160, '787hfwfwfwfwfbe9g4n49xe5fw8yn4dwbwfw9q9q7thbi77g699qage5kplflpc2hrhrhrhrhrhrohhk'],
    [200, 'fgfgfgfg9f9f9f9fkal4lplplplplpfwlpkbkbkbkbfqgthjflflflflflflo0dcfofofofo76767676'],
    [240, 'gth6gtgtgtgtgtfwgth6h6h6h6e6h3e6hrflhrflhrflhkdchkdchkdchkdckah3kah5fgfofgfofgfo'],
    [280, 'fgfofgfok8h3k8h3k8h3k8h3klh6klh69f769f769f769f769f76h0ec7l76h7eueuek76ek76ek76ek'],
    [320, '7gek76l4h6l4h6l4h6j4l4h6lpgtlpgtlpgtpsqahabhhabhhabhf9dbf9dbf9dbf9dbfga1fga1fga1'],
    [360, 'kbh6kbh6kbh6kbh6kbh6kbh6pulufqe6fqfwd2fwd2fwd292'],
    [880, 'cbaei8i64n4nlchvrsrs6sdcdcdc7g7lrsrsrsrs6ii0jo7gk0p5ejrsovrslond98hri2dvhrfgfwkl'],
    [920, 'lp9fh7gxp7l4hclpkbgtrsfwfgfqnfgamtjx9ffqhbd2gw98gmhbh1ecgcd2csgwgi98euefheecdmgt'],
    [960, 'i5godjh2dmgmk5giktm798gmgtgmm7h7hthbggmaggk5nueul7gthkdce5eddrfgghehrsrsrsrsrsrs'],
    [1000, 'rsrsrsrsrsrsrsrsixgodc76lqdrdqgth3hkp7k6gthkhkhk'],
    [1024, 'fgfgjwe5hrf97w7w7ls2sjjvhdl0h4kbhqh2i2e5k9fgp5g1l0l0hdjep7knl5kdgthsfgh4mpgckkip'],
    [1064, 'srsij1nlgvhzrrhqfgglfoc6gvfbl3dkh9h9ergblch2gigugwdpcxe5khe7h0gdouoxhbl3f5dqm7g1'],
    [1104, 'fbfbh7c6dpd0767676nvoqh9erh9e5gu'],
    [8208, '8y8yfwdwrsrsfbbf4v4v6y4v9z9zbk9ze8e8aga8dwewlz'],
  ],
  bold: [
    [32, '787udbhyfwp2ku7e9f9ff2fw7x8w7tbjfwfwfwfwfwfwfwfwfwfw7t7xfwfwfwd9oyj8ihhukcfkf9k4'],
    [72, 'l9at97igfjq7mllzh9lzi8fbg1l0i2qvimheg397bj97fwbfa5gnhkechkglarhki28b8ah88ar3i2hd'],
    [112, 'hkhkcfdyc2i2fvnsg2fvdpayfbayfw'],
    [160, '787yfwfwfsfwfbdighn4alh2fw8wn4dwbsfwajaka5i5i07t7bakaqh2n2oanhd9j8j8j8j8j8j8qghu'],
    [200, 'fkfkfkfkatatatatkcmdlzlzlzlzlzfwlzl0l0l0l0hehgjkgngngngngngnphecglglglgl8b8b8b8b'],
    [240, 'hfi2hdhdhdhdhdfwh7i2i2i2i2fvhkfvj8gnj8gnj8gnhuechuechuechueckchkkchxfkglfkglfkgl'],
    [280, 'fkgffkglk4hkk4hkk4hkk4hkl9i2lai9at8bat8bat8bat8bat8bk2gy978aich8h8fj8afj8afj8afj'],
    [320, 'a9fp8hmdi2mdi2mdi2ljmli2lzhdlzhdlzhdr1r6i8cfi8cfi8cffbdyfbdyfbdyfbdyg1c2g1c2g1c2'],
    [360, 'l0i2l0i2l0i2l0i2l0i2l0i2qvnyhefvheg3dpg3dpg3dpan'],
    [880, 'dgboljj87171mvk0rsrs80e7ece77y97rsrsrsrs82lym47tlsrhhtrsqyrsowq1b5j8ihepinfkg3l9'],
    [920, 'lzaticikq8mdhelzkzh9rsg3g1hep4imogl1athei8e2hvb5hpi8hjfngxe0dhhvh2b5h8fyiofnelhd'],
    [960, 'koh6e9i7f5hpmmhan4o3b5hphdhpobici9kci5pni5mms5h9lyhchueafdf8dxfbgie0rsrsrsrsrsrs'],
    [1000, 'rsrsrsrsrsrsrsrsich6ec8alzeke8hghkhuq7muhbhuhuhu'],
    [1024, 'flfll9fni3f78z9797sqtjlmj0lzhxlaj8i1iefnlkflrpghlzlzj9kdq7lelll6hbhxg1hxp2ijlkjz'],
    [1064, 'tntukypkhxi8s9ixgkhcgkd7hpg8o2ebiqiqh4hbn9i8h9i2hneke1fvmig1i2hpqhqiinnqgfeknngt'],
    [1104, 'g8g8i5dcekdu8k8b8aoxpqi5h4iqfvi2'],
    [8208, '8w8wg1dwrsrsfbbf61617y61cdcde9cde9efagagdwfznr'],
  ],
};
