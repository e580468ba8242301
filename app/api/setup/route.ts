import { answerSetup } from '@/server/members/answer-setup';

export { answerSetup as POST };
