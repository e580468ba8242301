import { answerResetRequest } from '@/server/account/answer-reset';

export { answerResetRequest as POST };
