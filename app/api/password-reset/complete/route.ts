import { answerReset } from '@/server/account/answer-reset';

export { answerReset as POST };
