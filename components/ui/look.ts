import type { IconName } from '@/components/ui/icon';
import type { Tone } from '@/components/ui/tone';

/** The icon and colour of a state or a kind; its word stands beside them always. */
export type Look = { icon: IconName; tone: Tone };
