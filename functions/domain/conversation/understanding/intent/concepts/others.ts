/** What callers say who want none of this: jobs, selling, praise, complaints, the weather. */
export const OTHERS = `
job hiring work position help resume = emploi cv travail travaille poste personnel
weather sun snow rain storm blizzard snowed raining = meteo soleil neige pluie temps mouille tempete verglas pleut
hire hired hiring resume apply application position posting interview = engagez embauchez postuler poste candidature entrevue
survey charity donate donation campaign candidate vote = sondage don organisme campagne
marketing website google seo leads advertising rates savings merchant = marketing site google referencement publicite economiser
complaint complain awful terrible rude disappointed horrible unacceptable dirty ruined burned = plainte epouvantable pourri decu bete inacceptable sale brule
refund return exchange warranty receipt coupon defective broken = remboursement retourner echange garantie recu coupon defectueux
compliment amazing wonderful excellent awesome great delicious love = bravo felicitations excellent super delicieux extraordinaire fantastique
joke funny haha laugh weather hockey game = blague drole haha hockey match partie
refund return exchange warranty complaint complain = politique retour rembourser remboursement echange garantie plainte
`;
