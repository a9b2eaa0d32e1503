/** French, Québec ways included, as "kind value name: phrases". Folded spelling: no accents, elisions apart ("l apres midi"). */
export const FRENCH = `
weekday 1: lun|lundi|lundis
weekday 2: mar|mardi|mardis
weekday 3: merc|mercredi
weekday 4: jeu|jeudi|jeudis|jeudit
weekday 5: ven|vendr|vendredi
weekday 6: sam|samedi|samedis
weekday 7: dim|dimanche
month 1: janv|janvier
month 2: fev|fevr|fevrier
month 3: mars
month 4: avr|avril
month 5: mai
month 6: juin
month 7: juil|juill|juillet
month 8: aout|out
month 9: sept|septembre
month 10: oct|octobre
month 11: nov|novembre
month 12: dec|decembre
day 0: ajd|au jour d hui|auj|aujourd hui|aujourdhui|aujourdui|ce jour|le jour meme|ojd
day 1: demain|deux mains|dmain
day 2: apres demain|apres deux mains|apres dmain|apresdemain|surlendemain
day 3: apres apres demain
day -1: hier
day -2: avant hier
part 0 morning: avant le diner|avant le lunch|avant midi|avant midis|mat|matin|matinee|matins
part 0 afternoon: aprem|aprems|apres diner|apres le diner|apres le lunch|apres midi|apres midis|apresmidi|aprm|pm
part 0 evening: apres l ouvrage|apres la job|apres le boulot|apres le souper|apres le travail|apres souper|heure de souper|heure du souper|soir|soiree|soirees|soirs
part 0 night: nuit|nuits
part 0 midday: entre midi et deux|heure de diner|heure du diner|heure du lunch|heure du midi
part 0 close: a la fin de journee|a la fin de la journee|avant la fermeture|avant que vous fermiez|en fin d journee|en fin de journee|fin de jour|fin de journee|fin de la journee|fin du jour|la fin de journee|la fin de la journee|vers la fin de la journee
part 0 open: a l ouverture|des l ouverture|en ouvrant|premiere heure
todayPart 0 evening: a soir|asoir|c soir|se soir
todayPart 0 morning: a matin|a matinee|amatin
todayPart 0 afternoon: a apres midi|c t apres midi|tantot cet apres midi
todayPart 0 midday: ce midi
todayPart 0 night: cette nuit
todayPart -1 evening: hier soir
todayPart 1 evening: demain au soir|demain en soiree
meal 0 morning: brunch|dejeuner|le dejeuner
meal 0 midday: diner|le diner|lunch|lunchs
meal 0 evening: le souper|souper|soupers
edge -1: a bonne heure|au commencement de|de bonne heure|debut|debut d|debut de|debut du|en debut d|en debut de|tot|tot dans
edge 0: mi|milieu|milieu d|milieu de|milieu du
edge 1: a la fin d|a la fin de|a la fin du|fin|fin d|fin de|fin du|la fin de|la fin du|plus tard|tard|tard dans|tard en|vers la fin d
edge 2: avant la fin d|avant la fin de|avant la fin du|d ici la fin d|d ici la fin de|d ici la fin du|jusqu a la fin de|jusqu a la fin du
meridiem 0: am
meridiem 720: p m
moment 720: midi|midis
moment 0: minuit
unit 1 minute: mins|minute|minutes|mn
unit 60 hour: eure|eures|h|heur|heure|heures|heurs|hr|hre|hres|hrs
unit 1 day: jour|journee|journees|jours|jrs
unit 7 week: sem|semaine|semaines
unit 14 week: quinzaine
unit 1 weekend: cette fin de semaine|en fin de semaine|fds|fin de semaine|fins de semaine|la fin de semaine|la fin semaine|we|week end|weekend
unit 1 month: mois
unit 12 year: an|annee|annees|ans
oclock: juste|pile|precise|precises|tapant|tapante|tapantes
fraction 15: 1 quart|1/4|car|cart|l quart|le quart|quart|un quart
fraction 30: 1/2|demi|demie|et demi|la demie|une demie
fraction 45: 3 quarts|3/4|trois quart|trois quarts
past: et
to: moin|moins
rel 0: ce|ces|cet|cette|ct|cte|la presente|le present
rel 1: prochain|prochaine
relAfter 1: a venir|d apres|pro|proch|prochain|prochaine|prochains|proche|prochin|qui arrive|qui s en vient|qui suit|qui vient|suivant|suivante
relAfter 0: ci|courant|en cours|present
relAfter -1: d avant|dernier|derniere|passe|passee|precedent|precedente
relAfter 7: en 8|en huit
relAfter 14: en 15|en quinze
in: d ici|d ici a|dans|dans encore|dans les|dans moins de|en dedans de
during: chaque|depuis|durant|dure|duree de|moins de|pendant|prend|tous les|toutes les
later: a compter de|a partir de|a partir du|apres|apres aujourdhui|apres le|plus tard
earlier: avant|d avance|plus tot
ago: ca fait|il y a|y a
ordinal 1: premier|premiere
ordinal 2: deuxieme|seconde
ordinal 3: troisieme
ordinal 4: quatrieme
ordinal 5: cinquieme
ordinal 99: dernier|derniere
ordinal 21: vingt et unieme
ordinal 31: trente et unieme
one: 1|d un|d une|un|une
couple 2: couple|couple de|un couple de|une couple d|une couple de
couple 10: dizaine de|une dizaine de
couple 12: douzaine de|une douzaine de
couple 15: quinzaine de|une quinzaine de
couple 20: une vingtaine de|vingtaine de
couple 30: trentaine de|une trentaine de
couple 40: quarantaine de|une quarantaine de
the: au|du|l|la|le|les|pour le
at 2: a|au|aux|vers
at 1: apres|av|avant|c est|de|des|disponible|est|libre|mets|mettez|passe|pour|pr|sera|serait|sers|sur
about: a environ|a peu pres|a peu pres vers|alentour de|alentours de|approximativement|autour d|autour de|autour du|aux alentours de|aux alentours du|aux environs de|aux environs du|dans ces eaux la|dans les environs de|environ|exactement|par la|pas loin de|plus ou moins|proche de|quelque chose comme|vers environ
on: a|au|au courant de l|au courant de la|au cours de la|dans|dans l|dans la|dans le|dans le courant de la|date du|des|du|durant l|durant la|en|en date du|la|le|pendant l|pendant la|pour la|pour le|sur
of: au mois d|au mois de|d|dans|dans la|de|de l|de la|des|du|du mois d|du mois de|en|la|le
from: a compter de|a compter du|a partir de|a partir du|d|de|depuis|des|du
between: entre|n importe quand entre
after: a compter de|a partir de|a partir du|apres|apres le|apres les|au plus tot|au plus tot a|depuis|des|mais pas avant|pas avant|passe|plus tard que
before: au plus tard|avant|avant le|avant les|d ici|jamais apres|mais pas apres|mais pas plus tard que|pas apres|pas plus tard que
until: a|a aller jusqu a|au|et|jusqu|jusqu a|jusqu au|jusque
and: et|pis
else: a la limite|autrement|ou si|si c est complet|si c est pas possible|si ca marche pas|si ce n est pas possible|sinon
or: ou|ou bien|ou encore|soit
people: adulte|ans de|avenue|choix|enfant|etage|fois|gens|invite|km|personne|personnes|pour cent|pourcent|rendez vous|rue
party 2: groupe de|nous serions|nous serons|nous sommes|on est|on sera|on serait|on va etre|table a|table de|table pour
party 1: diner pour|reservation pour|reserver pour|souper pour
not: a part|autre que|c est pas|etait pas|excepte|hormis|jamais|mais pas|n est pas|n importe quand sauf|non pas|pas|pas avec|pas ce|pas le|plus le|sauf|surtout pas
notWith: est complet|impossible|j peux pas|je ne peux pas|je peux pas|je pourrai pas|oublie|oubliez|pas capable|pas disponible|pas dit|pas libre|pas moyen|pas parle de|pas possible|peut pas|peux pas|peux plus|pourra pas|pourrai pas|pourrai plus|pourrais pas|pourrait pas|pouvons pas|serai pas|serais pas|suis absent|suis absente|suis occupe|suis occupee|suis pas|suis pris|suis prise|travaille|veux pas|veux plus|voulais pas
unfit: adonne pas|c est non|c est plein|c est trop loin|ca fait pas|convient pas|est complet|est loin|est pas bon|fait pas|fonctionne pas|impossible|j ai quelque chose|j peux pas|je ne peux pas|je ne suis pas disponible|je peux pas|je pourrai pas|je suis occupe|je suis occupee|je suis pas disponible|je suis pris|je suis prise|je travaille|m adonne pas|marche pas|marchera pas|marcherait pas|pas possible|trop tard|trop tot|va pas
insteadOf: a la place d|a la place de|a la place du|au lieu d|au lieu de|au lieu du|plutot qu|plutot que|plutot que le
correct: a la place|attendez|attends|au contraire|aucun des deux|change ca pour|change pour|changez ca pour|changez le pour|changez pour|correction|desole|desolee|en fait|en faite|enfin|erreur|excusez|excusez moi|faisons|faites ca|finalement|j ai change d idee|je me suis trompe|je me suis trompee|je veux dire|je voulais dire|mets|mettez|mettre ca|mieux|nan|ni l un ni l autre|ni un ni l autre|non|oh non|on va dire|oups|pardon|plutot|plutot ca|scusez
background: actuellement|celle de|celle du|celui de|celui du|etant donne que|j ai reserve|j ai un|j ai une|j arrive|j avais un|j avais une|je commence|je finis|je pars|je pars a|je sors|je termine|je travaille de|je travaille jusqu a|l ecole finit|le film commence|le spectacle commence|ma|mes|mon|parce qu|parce que|presentement|vous fermez|vous ouvrez|vu qu|vu que
background 3: depuis
background 2: c est arrive|c est brise|ca a commence|j ai achete|j ai appele|j ai vu|je l ai achete|je suis venu|je suis venue|je vous ai vu|je vous ai vue
background 1: date de naissance|je suis ne|je suis nee|ma fete|ma naissance|mon anniversaire|ne le|nee le
moved: bouger|change|changer|changez|decaler|deplace|deplacer|deplacez|devancer|passer|remettre|reporte|reporter|repousser|transferer
holiday 1225: jour de noel|noel
holiday 1224: reveillon|reveillon de noel|veille de noel
holiday 1226: lendemain de noel
holiday 1231: saint sylvestre|veille du jour de l an|veille du nouvel an
holiday 101: jour de l an|nouvel an
holiday 214: saint valentin|st valentin
holiday 624: fete nationale|saint jean|st jean
holiday 0 easter: dimanche de paques|jour de paques|paques
holiday -2 easter: vendredi saint
holiday 1 easter: lundi de paques
holiday -46 easter: mercredi des cendres
holiday 49 easter: pentecote
holiday 518 1: fete de la reine|fete des patriotes|journee nationale des patriotes|la journee des patriotes
holiday 901 1: fete du travail
holiday 1008 1: action de grace|action de graces
holiday 508 7: fete des meres
holiday 615 7: fete des peres
holiday 317: saint patrick|st patrick
holiday 1123 5: vendredi fou
holiday 106: epiphanie|fete des rois
holiday 1101: toussaint
holiday 701: fete du canada
holiday 1111: jour du souvenir
holiday 1031: halloween
sameDay: ce meme jour|cette date|cette journee|cette meme date|cette meme journee|la meme date|la meme journee|le meme jour|meme jour
nextDay 7: celle apres|celle d apres|celle qui suit|celui apres|celui d apres|celui qui suit|l autre apres|l autre d apres|l autre ensuite
nextDay 1: la journee d apres|le jour apres|le jour d apres|le jour suivant|lendemain
nextDay -2: avant veille|deux jours avant
nextDay -1: la journee d avant|la veille|le jour d avant
sameTime: a la meme heure|cette heure|cette meme heure|la meme heure|meme heure|pareille heure
soon: au plus sacrant|au plus tot|au plus vite|aussitot que possible|des que possible|drette la|immediatement|le plus tot possible|le plus vite possible|maintenant|plus tot possible|premiere disponibilite|prochaine disponibilite|tout de suite
any 0: n importe lequel des jours|n importe quel jour|n importe quelle date|n importe quelle journee|peu importe la date|peu importe le jour
any 1: n importe quand|n importe quelle heure|peu importe l heure|toute la journee
choice 0: la plus tot|la premiere option|le plus tot|le premier choix|le premier des deux
choice 1: l autre|la deuxieme option|le deuxieme choix
choice -1: la plus tard|le plus tard
filler 1: disons|mettons
filler: aucun probleme|bon apres midi|bon matin|bon week end|bon weekend|bonjour|bonne fin de semaine|bonne journee|bonne nuit|bonne soiree|bonsoir|c est ca|d accord|de preference|dernier minute|derniere minute|deux minutes|deux secondes|idealement|je crois|je pense|je suis pas sur|la la|la premiere fois|la prochaine fois|le premier disponible|le premier rendez vous|le prochain rendez vous|n est ce pas|non plus|ok|okay|ouais|oui|par exemple|pas certain|pas certaine|pas de probleme|pas de souci|pas de trouble|pas grave|pas mal|pas pire|pas sur|pas vrai|petit|petite|petites|petits|peut etre|pourquoi pas|premier rendez vous|premiere fois|prochaine fois|quelque part|s il te plait|s il vous plait|semaine des quatre jeudis|si possible|svp|un peu|une heure precise|une minute|une seconde
`;
