/** English, as "kind value name: phrases". Folded spelling: no accents, no apostrophes ("dont"), "o'clock" as "oclock". */
export const ENGLISH = `
weekday 1: mon|monday|mondays|munday
weekday 2: toosday|tue|tues|tuesday|tusday
weekday 3: wed|wednesday|weds|wendsday|wensday
weekday 4: thu|thur|thurs|thursday
weekday 5: firday|fri|friday|fridays|fryday
weekday 6: sat|saturday
weekday 7: sumday|sun|sunday|sundays
month 1: jan|january
month 2: feb|february|febuary
month 3: mar|march
month 4: apr|april
month 5: may
month 6: jun|june
month 7: jul|july
month 8: aug|august
month 9: sep|sept|september
month 10: oct|october
month 11: nov|november
month 12: dec|december
day 0: this day|this very day|to day|today
day 1: 2moro|2morrow|the morrow|tmr|tmrw|tmw|to morrow|tommorow|tomoro|tomorrow
day 2: day after tmrw|day after tommorow|day after tommorrow|day after tomorrow|overmorrow|the next day after tomorrow
day -1: yesterday
day -2: day before yesterday
part 0 morning: a m hours|am hours|before lunch|before noon|forenoon|mornin|morning|mornings
part 0 afternoon: after lunch|after noon|afterlunch|afternoon|afternoons|arvo
part 0 evening: after dinner|after supper|after work|dinner time|dinnertime|evening|evenings|supper time|suppertime
part 0 night: night|nights|nighttime|nite
part 0 midday: at lunch|at noon time|lunch break|lunch hour|lunch time|lunchtime|noon hour|over lunch|the noon hour
part 0 close: before closing|before you close|by the end of the day|close of business|end of business|end of day|end of the day|eod|last thing on|the end of day|the end of the day|towards the end of the day
part 0 open: as soon as you open|at opening|first thing|when you open
todayPart 0 evening: 2nite|later tonight|to night|tonight|tonite
todayPart 0 morning: this morning
todayPart 0 afternoon: this arvo
todayPart -1 night: last night
todayPart 1 evening: tomorow night|tomorrow night
meal 0 morning: breakfast|brunch
meal 0 midday: lunch
meal 0 evening: dinner|drinks|supper
edge -1: beginning of|earlier|early|start of|the first half of
edge 0: mid|mid to|middle of
edge 1: end of|late|later|later in|latter part of|the last part of|the second half of
edge 2: before the end of|by the end of|until the end of
meridiem 0: a m|am|amm|ante meridiem
meridiem 720: p|pm|pmm|post meridiem
moment 720: 12 noon|high noon|mid day|midday|noon|noonish|noontime|the noon
moment 0: 12 midnight|mid night|midnight
unit 1 minute: min|minute|minutes
unit 60 hour: hour|hours
unit 1 day: day|days
unit 7 week: week|weeks|wk|wks
unit 14 week: fortnight|fortnights
unit 1 weekend: week ends|weekend|weekends
unit 1 month: month|months
unit 12 year: year|years
oclock: a clock|o clock|o lock|o'clock|oclock|oclocks|oclok
fraction 15: 1 quarter|one quarter|qtr|quarter|quater
fraction 30: 1/2|a half|half|one half
fraction 45: 3 quarters|three quarters
past: after|gone|passed|past
to: before|minus|of|til|till|to|untill
rel 0: coming|current|the present|this|this here|this very|upcoming
rel 1: following|next|next coming
rel 2: after next
rel -1: last|past|previous
relAfter 2: after next
relAfter 1: coming|upcoming
in: in|in another|in less than|in the next|within|within the next
during: during|each|every|for|last|lasting|lasts|take|takes
earlier: before|earlier|sooner
later: after|after the|away|from|from now|from now on|from the|from today|hence|later|out|time
ago: ago|back
ordinal 1+: first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth
ordinal 21+: twenty first|twenty second|twenty third|twenty fourth|twenty fifth|twenty sixth|twenty seventh|twenty eighth|twenty ninth
ordinal 30+: thirtieth|thirty first
ordinal 99: last
ordinal 4: forth
ordinal 8: eigth
ordinal 9: nineth
ordinal 12: twelveth
one: 1|a|an|one
couple 2: a couple|a couple of|a pair of|couple|couple of
the: the
at 2: as of|at|by
at 1: anything|available|be|do|for|free|is|it|like|made|make|need|open|prefer|set|something|time|timing|want
about: about|approx|approximately|around|circa|close to|exactly|give or take|ish|more or less|near|nearer|nearly|on the dot|or thereabouts|precisely|prompt|roughly|round|sharp|somewhere about|somewhere around
on: date|dated|during the|for the|in|in the|on|on the|the date of
of: from the|in|in the|of|of the|on the
from: from|starting
between: any time between|anytime between|between
after: after|after about|after the|any time after|anytime after|as early as|at the earliest|beginning at|but not before|later than|no earlier than|not before|not earlier than|past|sometime after|starting after|starting at
before: any time before|anytime before|at the latest|before|but not after|earlier than|no later than|not after|not later than|prior to|sometime before
until: and|through|thru|til|till|to|until|up to|up until
and: and|plus
else: alternatively|as a backup|failing that|if not|if that doesnt work|if thats full|if thats not available then|or else|or if|or if not|or if thats not available|otherwise|worst case
or: or|or even
people: adult|ave|blvd|boulevard|children|feet|floor|foot|guest|haircut|inch|men|more people|of us|one|pax|people|person|pm people|ppl|road|seat|seater|st|star|street|table|th floor|times|top|weeks old|women|years old
party 2: a table to|booking of|group of|party for|party of|reservation of|seat|seating for|seats for|table for|table of|there are|there will be|there would be|total of|will be only
party 1: appointment for|booking for|dinner for|lunch for|reservation for|reservations for|supper for
not: aint|any day but|any time but|except|excepting|excluding|isnt|never on|not|not on|shouldnt be|wasnt
notWith: booked up|can not|cannot|cant|couldnt|did not mean|did not say|didnt mean|didnt say|didnt want|do not want|dont do|dont have time|dont want|fully booked|hate|have to work|i am busy|i cannot|i cant|i work|im away|im booked|im busy|im not available|im not free|im out of town|im working|isnt free|never said|no longer|not able|not be able|not free|not going to be able|not meant|not possible|unable|wont
unfit: didnt work|does not suit|does not work|doesnt suit|doesnt work|dont work|i am busy|i am not available|i cannot|i cant|i have something|im busy|im not available|im not free|is a no go|is a problem|is bad|is booked|is full|is impossible|is not going to work|is not good|is not ok|is not possible|is not right|is off|is out|is taken|is wrong|isnt convenient|isnt going to work|isnt good|isnt ok|isnt possible|isnt right|no good|too early|too late|too soon|will not work|wont do|would not work|wouldnt work
insteadOf: as opposed to|in lieu of|in place of|instead of|than
correct: actually|apologies|better|change it to|change that to|change the date to|change the time to|change to|changed my mind|correction|even better|excuse me|go with|hang on|hold on|i mean|i meant|i take that back|instead|just kidding|lets do|lets go with|lets make it|lets say|make it|make that|my bad|my mistake|nah|neither|neither of those|neither one|never mind|nevermind|no|none of those|nope|on second thought|on second thoughts|oops|pardon me|rather|say|scratch that|sorry|strike that|switch it to|switch to|wait
background: as i have|because|cause|currently|given that|i am scheduled|i arrive|i booked|i finish|i finish work|i finish work at|i get off|i get off at|i get off work|i get off work at|i had a|i had an|i have a|i have an|i have another|i have class|i have something|i have something else|i have to be|i have to leave|i land|i leave|i leave at|i need to be back|i need to be home|i need to leave|i pick up|i start|i start work|i start work at|i was booked|i was scheduled|i work from|i work till|i work until|im off|im scheduled|ive got|my|school ends|school lets out|seeing as|the appointment i had|the appointment i have|the movie is|the movie starts|the one|the reservation i have|the show is|the show starts|you close|you open
background 3: since
background 2: happened|i bought|i called|i came in|i saw|i visited|i was in|i was there|it broke|it started
background 1: birth date|birthdate|born on|date of birth|dob|i was born|my birthday
moved: bring|brought|bump|change|changing|move|moving|postpone|push|reschedule|rescheduling|shift|swap|switch
holiday 1225: christmas|christmas day|x mas|xmas
holiday 1224: christmas eve|xmas eve
holiday 1226: boxing day
holiday 1231: new year eve|new year s eve|new years eve
holiday 101: new year day|new year s day|new years|new years day
holiday 214: valentine|valentine day|valentine s day|valentines|valentines day
holiday 317: saint patrick s day|saint patricks day|st patricks day|st pattys day
holiday 1031: hallowe en|halloween
holiday 701: canada day|july first holiday
holiday 0 easter: easter|easter day|easter sunday
holiday -2 easter: good friday
holiday 1 easter: easter monday
holiday -46 easter: ash wednesday
holiday -7 easter: palm sunday
holiday 518 1: may two four|victoria day
holiday 801 1: civic holiday
holiday 901 1: labor day|labour day
holiday 1008 1: canadian thanksgiving|thanksgiving|thanksgiving day|thanksgiving monday
holiday 1122 4: american thanksgiving|us thanksgiving
holiday 1123 5: black friday
holiday 525 1: memorial day
holiday 215 1: family day
holiday 508 7: mother day|mother s day|mothers day
holiday 615 7: father day|father s day|fathers day
holiday 106: epiphany
holiday 624: st jean baptiste
holiday 1111: remembrance day|veterans day
holiday 704: 4th of july|fourth of july|independence day
sameDay: same date|same day|that date|that day|that same day|the same date|the same day|this same day
nextDay 7: the next one after|the one after|the one following|the week after that
nextDay 1: a day later|next day|one day later|the day after|the following day
nextDay -1: a day earlier|one day earlier|the day before|the previous day
sameTime 1: right this time|this time|this very time
sameTime: at that time|same time|that time|the exact same time|the same time
soon: a s a p|as early as possible|as soon as you can|asap|earliest available|earliest possible|first available|immediately|next available|right away|right now|soon as possible|sooner the better|soonest|straight away|the earliest available|the earliest possible
any 0: any date|any day|any of those days|any other day|anyday|either day|no preference for the day|open availability for the date|whatever day|whichever day
any 1: all day|any slot|any time|anytime|either time|no preference for the time|whatever time|whenever|whichever time
choice 0: first one|the earlier|the earlier one|the earliest|the earliest one|the first one|the former
choice 1: second one|the other one|the second one|the second option
choice -1: the last one|the later|the later one|the latest|the latest one|the latter
filler 2: lets say|say
filler 1: can i|can we|can you|could i|could we|could you|how about|what about|work|works|would be
filler: a bit|a second|also|at first|at last|do not mind|dont forget|dont mind|first name|first of all|first time|first visit|good afternoon|good day|good evening|good morning|good night|good weekend|great weekend|happy friday|happy monday|have a good day|have a good weekend|have a great weekend|have a nice day|have a nice weekend|hey|hopefully|how many|i guess|i may|i suppose|i think|i would|id|ideally|if possible|if you can|im not picky|im not sure|in person|in total|is that right|it may|just|kind of|kinda|last minute|last name|let me see|lets see|may be|may have|may i|may need|maybe|new patient|next one|next to|nice evening|nice weekend|no later|no problem|no worries|not a problem|not at all|not only|not quite|not really|not sure|not too|ok|okay|once again|one last thing|one more thing|one more time|one second|perhaps|possibly|preferably|probably|right|second opinion|second thought|second thoughts|second time|sort of|that may|thats|the first time|the second time|then|want|we may|whatsoever|why not|wouldnt mind|you know|you may
`;
