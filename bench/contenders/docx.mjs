// docx used plainly: objects from top to bottom for every document.

import { docxOf } from '../lib/docx-document.mjs';
import { versionOf } from '../lib/versions.mjs';

export const contender = {
  name: 'docx',
  version: versionOf('docx'),
  format: 'docx',
  does: 'objects of the package from top to bottom, named styles; packed by its own packer',
  make: docxOf,
};
