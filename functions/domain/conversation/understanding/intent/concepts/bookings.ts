/** What is booked, moved, missed and cancelled, and what people book for or cannot come for. */
export const BOOKINGS = `
come coming came visit attend attending = venir viens vient venez viendrai viendra vienne passer passe passez passerai rendre presenter presente arriver rentrer
cancel canceled cancelled undo void release scrap scratch forget nevermind withdraw pass = annuler annulez annule annulation canceller liberez decommander rayez rayer biffez decommandez decommande liberer tomber renoncer redonnez
change changed switch move shift slide swap bump bumped rebook trade nudge = changer changez change deplacer decaler glissez switcher modifier tasser tasse tassez bouger bouge bougez pousser repousse
postpone delay push later pushed = reporter repousser remettre tard retarder ulterieurement remettons remet reportez reporte
appointment appointments booking = rendez rdv
reservation reservations = reservation reservations
table tables booth patio terrace = table tables terrasse banquette
book schedule reserve = reserver reservez booker ceduler cedule reserve
available free availability opening openings slot spot spots spaces = disponible disponibles disponibilite disponibilites libre libres place places trou plage
open opens = ouvert ouverts ouvre ouvrez ouverte ouvrent
close closes closed shut lock = ferme fermez ferment fermes fermer barriez fermee
late stuck traffic = retard trafic
miss missed skip = manquer manque sauter
plans trip travel = plans voyage
first visit = premiere
party group = groupe party
class lesson course workshop tournament camp = cours classe atelier tournoi camp lecon
birthday anniversary wedding funeral shower graduation prom reunion = fete anniversaire mariage funerailles bal graduation noces
meeting work shift boss school exam conflict trip flight = reunion ouvrage travaille travail ecole examen conflit vol
sold moved moving died deceased passed away = vendu demenage demenager mort decede deceder
repaired fixed itself again fine better = repare remarche reparti correct gueri mieux
babysitter sitter daycare ride lift = gardienne garderie lift
absent unavailable away abroad = absent absente absents empechement exterieur
piano guitar violin yoga karate swimming = guitare violon natation prof
`;
