import { Icon } from '@/components/ui/icon';
/** Only inside a button that was pressed; what is loading has a skeleton. */
export const Spinner = () => <Icon name="loader-circle" className="size-4 animate-spin" />;
