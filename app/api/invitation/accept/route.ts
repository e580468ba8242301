import { answerAcceptance } from '@/server/invitations/answer-invitation';

export { answerAcceptance as POST };
