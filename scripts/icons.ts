import { writeFileSync } from 'node:fs';
import { drawIcons } from './draw-icons';

/** Writes the file of all icons. A test says when this is due. */
writeFileSync('components/ui/icons.svg', drawIcons());
