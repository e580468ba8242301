import { answerOffer } from '@/server/invitations/answer-invitation';

export { answerOffer as POST };
