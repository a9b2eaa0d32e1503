/** French, Québec ways included, as "kind value name: phrases". Folded spelling: no accents, elisions apart ("l apres midi"). */
export const FRENCH = `
weekday 1: lundi|lundis|lun
weekday 2: mardi|mar|mardis
weekday 3: mercredi|merc
weekday 4: jeudi|jeudis|jeu|jeudit
weekday 5: vendredi|ven|vendr
weekday 6: samedi|samedis|sam
weekday 7: dimanche|dim
month 1: janvier|janv
month 2: fevrier|fev|fevr
month 3: mars
month 4: avril|avr
month 5: mai
month 6: juin
month 7: juillet|juil|juill
month 8: aout|out
month 9: septembre|sept
month 10: octobre|oct
month 11: novembre|nov
month 12: decembre|dec
day 0: aujourdhui|aujourd hui|auj|ajd|ojd|aujourdui|au jour d hui|ce jour|le jour meme
day 1: demain|deux mains|dmain
day 2: apres demain|surlendemain|apres dmain|apres deux mains|apresdemain
day 3: apres apres demain
day -1: hier
day -2: avant hier
part 0 morning: matin|matinee|matins|avant midi|avant midis|mat|avant le diner|avant le lunch
part 0 afternoon: apres midi|apres midis|apresmidi|aprem|aprems|aprm|pm|apres le diner|apres diner|apres le lunch
part 0 evening: heure du souper|heure de souper|soir|soiree|soirs|soirees|apres le travail|apres l ouvrage|apres le souper|apres souper|apres la job|apres le boulot
part 0 night: nuit|nuits
part 0 midday: heure du lunch|heure du midi|heure de diner|heure du diner|entre midi et deux
part 0 close: en fin de journee|a la fin de la journee|a la fin de journee|en fin d journee|vers la fin de la journee|fin de journee|la fin de journee|la fin de la journee|fin de la journee|fin du jour|avant la fermeture|avant que vous fermiez|fin de jour
part 0 open: a l ouverture|des l ouverture|premiere heure|en ouvrant
todayPart 0 evening: a soir|asoir|c soir|se soir
todayPart 0 morning: a matin|amatin|a matinee
todayPart 0 afternoon: c t apres midi|a apres midi|tantot cet apres midi
todayPart 0 midday: ce midi
todayPart 0 night: cette nuit
todayPart -1 evening: hier soir
todayPart 1 evening: demain au soir|demain en soiree
meal 0 morning: dejeuner|brunch|le dejeuner
meal 0 midday: lunch|lunchs|diner|le diner
meal 0 evening: souper|le souper|soupers
edge -1: de bonne heure|a bonne heure|debut|en debut d|en debut de|debut de|debut du|tot|debut d|tot dans|au commencement de
edge 0: milieu|milieu de|milieu du|mi|milieu d
edge 1: fin|a la fin de|a la fin du|fin de|fin du|fin d|la fin de|la fin du|tard|plus tard|tard dans|a la fin d|tard en|vers la fin d
edge 2: d ici la fin de|d ici la fin du|d ici la fin d|avant la fin de|avant la fin du|avant la fin d|jusqu a la fin de|jusqu a la fin du
meridiem 0: am
meridiem 720: p m
moment 720: midi|midis
moment 0: minuit
unit 1 minute: minute|minutes|mins|mn
unit 60 hour: heure|heures|h|hr|hrs|hre|hres|eure|eures|heur|heurs
unit 1 day: jour|jours|journee|journees|jrs
unit 7 week: semaine|semaines|sem
unit 14 week: quinzaine
unit 1 weekend: en fin de semaine|cette fin de semaine|fin de semaine|la fin de semaine|la fin semaine|weekend|week end|fins de semaine|we|fds
unit 1 month: mois
unit 12 year: an|ans|annee|annees
oclock: pile|tapant|tapante|tapantes|precise|precises|juste
fraction 15: quart|le quart|un quart|cart|car|1/4|l quart|1 quart
fraction 30: demie|demi|et demi|1/2|la demie|une demie
fraction 45: trois quarts|3 quarts|3/4|trois quart
past: et
to: moins|moin
rel 0: ce|cet|cette|ces|le present|la presente|ct|cte
rel 1: prochain|prochaine
relAfter 1: prochain|prochaine|prochains|qui vient|qui s en vient|qui arrive|suivant|suivante|d apres|pro|proch|prochin|proche|a venir|qui suit
relAfter 0: ci|courant|en cours|present
relAfter -1: dernier|derniere|passe|passee|d avant|precedent|precedente
relAfter 7: en huit|en 8
relAfter 14: en quinze|en 15
in: dans|d ici|dans les|d ici a|dans moins de|en dedans de|dans encore
during: pendant|durant|depuis|dure|duree de|prend|toutes les|chaque|tous les|moins de
later: plus tard|apres|apres le|apres aujourdhui|a partir de|a partir du|a compter de
earlier: plus tot|avant|d avance
ago: il y a|ca fait|y a
ordinal 1: premier|premiere
ordinal 2: deuxieme|seconde
ordinal 3: troisieme
ordinal 4: quatrieme
ordinal 5: cinquieme
ordinal 99: dernier|derniere
ordinal 21: vingt et unieme
ordinal 31: trente et unieme
one: un|une|1|d une|d un
couple 2: couple|une couple de|une couple d|couple de|un couple de
couple 10: dizaine de|une dizaine de
couple 12: douzaine de|une douzaine de
couple 15: quinzaine de|une quinzaine de
couple 20: vingtaine de|une vingtaine de
couple 30: trentaine de|une trentaine de
couple 40: quarantaine de|une quarantaine de
the: le|les|la|l|du|au|pour le
at 2: a|vers|au|aux
at 1: pour|de|est|mets|mettez|c est|sera|serait|libre|disponible|apres|avant|des|sur|passe|sers|pr|av
about: environ|autour de|aux alentours de|alentours de|alentour de|aux environs de|a peu pres|autour d|a environ|vers environ|pas loin de|proche de|quelque chose comme|plus ou moins|dans les environs de|dans ces eaux la|a peu pres vers|approximativement|autour du|aux alentours du|aux environs du|exactement|par la
on: le|la|pour le|pour la|du|dans|dans le|dans la|dans l|en|au|a|des|durant la|durant l|pendant la|pendant l|au courant de la|au courant de l|dans le courant de la|au cours de la|date du|en date du|sur
of: de|du|d|de la|de l|des|au mois de|au mois d|du mois de|du mois d|en|dans|la|dans la|le
from: de|du|depuis|a partir de|a partir du|a compter de|a compter du|des|d
between: entre|n importe quand entre
after: mais pas avant|apres|passe|a partir de|a partir du|apres le|a compter de|pas avant|plus tard que|des|depuis|au plus tot a|au plus tot|apres les
before: mais pas apres|mais pas plus tard que|avant|d ici|avant le|pas apres|au plus tard|pas plus tard que|jamais apres|avant les
until: a|jusqu a|jusqu au|au|jusque|jusqu|et|a aller jusqu a
and: et|pis
else: ou si|sinon|autrement|si ca marche pas|si c est pas possible|si ce n est pas possible|si c est complet|a la limite
or: soit|ou|ou bien|ou encore
people: personnes|personne|adultes|adulte|enfants|enfant|couverts|places|dollars|piasses|fois|convives|invites|invite|amis|tables|etage|rue|avenue|pieds|pouces|pourcent|pour cent|kilometres|km|cents|billets|chaises|gens|etoiles|ans de|unites|choix|morceaux|pointes|rendez vous|coupes|degres|etudiants|clients
party 2: table pour|table de|groupe de|on est|nous sommes|on sera|nous serons|on va etre|on serait|table a|nous serions
party 1: reservation pour|reserver pour|souper pour|diner pour
not: n est pas|c est pas|etait pas|pas|pas le|pas ce|sauf|excepte|non pas|hormis|a part|mais pas|surtout pas|jamais|pas avec|plus le|autre que|n importe quand sauf
notWith: je peux pas|je ne peux pas|j peux pas|je pourrai pas|peux pas|peut pas|pourrai pas|pourrais pas|pourra pas|pourrait pas|pouvons pas|suis pas|serai pas|serais pas|peux plus|pourrai plus|pas disponible|pas libre|pas capable|suis occupe|suis occupee|suis pris|suis prise|veux pas|voulais pas|travaille|impossible|pas possible|veux plus|pas dit|pas parle de|est complet|oublie|oubliez|suis absent|suis absente|pas moyen
unfit: ca fait pas|marche pas|fonctionne pas|convient pas|va pas|adonne pas|trop tard|trop tot|est pas bon|marchera pas|marcherait pas|impossible|c est non|m adonne pas|je peux pas|je ne peux pas|j peux pas|je pourrai pas|je travaille|je suis pas disponible|je ne suis pas disponible|je suis pris|je suis prise|je suis occupe|je suis occupee|j ai quelque chose|fait pas|est complet|c est plein|est loin|c est trop loin|pas possible
insteadOf: au lieu de|au lieu du|au lieu d|plutot que|plutot qu|a la place de|a la place du|a la place d|plutot que le
correct: ni l un ni l autre|aucun des deux|ni un ni l autre|non|nan|en fait|je veux dire|je voulais dire|plutot|pardon|attendez|attends|finalement|excusez|excusez moi|oups|erreur|mettez|mets|changez pour|changez ca pour|change pour|change ca pour|changez le pour|au contraire|en faite|oh non|desole|desolee|plutot ca|j ai change d idee|a la place|faites ca|faisons|mieux|enfin|je me suis trompe|je me suis trompee|scusez|correction|mettre ca|on va dire
background: parce que|parce qu|vu que|vu qu|etant donne que|je finis|je termine|je sors|je commence|je travaille jusqu a|je travaille de|mon vol|mon vol est|j ai une reunion|ma reunion|j ai un meeting|j ai un cours|mon cours|mon quart commence|mon quart finit|j ai un rendez vous|j avais un rendez vous|j ai une reservation|j avais une reservation|mon rendez vous|mon rendez vous est|ma reservation|ma reservation est|j ai reserve|vous fermez|vous ouvrez|je pars|je pars a|j arrive|l ecole finit|le film commence|le spectacle commence|celui de|celui du|celle de|celle du|actuellement|presentement|mon fils|ma fille
background 3: depuis
background 2: j ai achete|je l ai achete|j ai appele|je suis venu|je suis venue|c est arrive|ca a commence|c est brise|je vous ai vu|je vous ai vue|j ai vu
background 1: ma fete|je suis ne|je suis nee|date de naissance|ma naissance|mon anniversaire|ne le|nee le
moved: deplacer|changer|deplace|deplacez|changez|change|repousser|reporter|devancer|remettre|passer|decaler|bouger|transferer|reporte
holiday 1225: noel|jour de noel
holiday 1224: veille de noel|reveillon|reveillon de noel
holiday 1226: lendemain de noel
holiday 1231: veille du jour de l an|saint sylvestre|veille du nouvel an
holiday 101: jour de l an|nouvel an
holiday 214: saint valentin|st valentin
holiday 624: saint jean|st jean|fete nationale
holiday 0 easter: paques|dimanche de paques|jour de paques
holiday -2 easter: vendredi saint
holiday 1 easter: lundi de paques
holiday -46 easter: mercredi des cendres
holiday 49 easter: pentecote
holiday 518 1: fete des patriotes|journee nationale des patriotes|la journee des patriotes|fete de la reine
holiday 901 1: fete du travail
holiday 1008 1: action de grace|action de graces
holiday 508 7: fete des meres
holiday 615 7: fete des peres
holiday 317: saint patrick|st patrick
holiday 1123 5: vendredi fou
holiday 106: fete des rois|epiphanie
holiday 1101: toussaint
holiday 701: fete du canada
holiday 1111: jour du souvenir
holiday 1031: halloween
sameDay: ce meme jour|cette meme journee|le meme jour|meme jour|la meme journee|la meme date|cette date|cette meme date|cette journee
nextDay 7: celui d apres|celle d apres|l autre d apres|l autre apres|celui qui suit|celle qui suit|l autre ensuite|celui apres|celle apres
nextDay 1: lendemain|le jour d apres|le jour suivant|la journee d apres|le jour apres
nextDay -2: avant veille|deux jours avant
nextDay -1: la veille|le jour d avant|la journee d avant
sameTime: meme heure|la meme heure|pareille heure|cette meme heure|a la meme heure|cette heure
soon: le plus tot possible|plus tot possible|des que possible|au plus vite|aussitot que possible|le plus vite possible|au plus sacrant|au plus tot|tout de suite|immediatement|maintenant|drette la|premiere disponibilite|prochaine disponibilite
any 0: n importe quel jour|n importe quelle date|n importe quelle journee|peu importe le jour|peu importe la date|n importe lequel des jours
any 1: n importe quand|n importe quelle heure|peu importe l heure|toute la journee
choice 0: le premier des deux|la premiere option|le premier choix|le plus tot|la plus tot
choice 1: la deuxieme option|le deuxieme choix|l autre
choice -1: le plus tard|la plus tard
filler 1: mettons|disons
filler: bonne fin de semaine|bon week end|bon weekend|bonne nuit|semaine des quatre jeudis|petite|petit|petites|petits|peut etre|je pense|je crois|si possible|de preference|idealement|s il vous plait|s il te plait|svp|d accord|ok|okay|oui|ouais|la la|quelque part|c est ca|par exemple|pourquoi pas|pas de probleme|pas de trouble|pas de souci|aucun probleme|pas sur|pas certain|pas certaine|je suis pas sur|premier rendez vous|premiere fois|le premier rendez vous|la premiere fois|une seconde|deux secondes|deux minutes|une minute|le premier disponible|dernier minute|derniere minute|la prochaine fois|prochaine fois|le prochain rendez vous|n est ce pas|pas mal|pas pire|pas grave|non plus|un peu|bonjour|bonsoir|bon matin|bonne journee|bonne soiree|bon apres midi|une heure precise|pas vrai
`;
