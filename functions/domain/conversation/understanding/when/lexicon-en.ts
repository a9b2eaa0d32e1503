/** English, as "kind value name: phrases". Folded spelling: no accents, no apostrophes ("dont"), "o'clock" as "oclock". */
export const ENGLISH = `
weekday 1: monday|mon|mondays|munday
weekday 2: tuesday|tue|tues|tusday|toosday
weekday 3: wednesday|wed|weds|wensday|wendsday
weekday 4: thursday|thu|thur|thurs
weekday 5: friday|fri|fridays|firday|fryday
weekday 6: saturday|sat
weekday 7: sunday|sun|sundays|sumday
month 1: january|jan
month 2: february|feb|febuary
month 3: march|mar
month 4: april|apr
month 5: may
month 6: june|jun
month 7: july|jul
month 8: august|aug
month 9: september|sept|sep
month 10: october|oct
month 11: november|nov
month 12: december|dec
day 0: today|this day|to day|this very day
day 1: tomorrow|tommorow|tmrw|tmr|tmw|2moro|2morrow|tomoro|to morrow|the morrow
day 2: day after tomorrow|day after tommorow|day after tommorrow|overmorrow|the next day after tomorrow|day after tmrw
day -1: yesterday
day -2: day before yesterday
part 0 morning: morning|mornings|forenoon|mornin|a m hours|am hours|before noon|before lunch
part 0 afternoon: afternoon|afternoons|after noon|arvo|after lunch|afterlunch
part 0 evening: dinnertime|dinner time|suppertime|supper time|evening|evenings|after work|after dinner|after supper
part 0 night: night|nights|nite|nighttime
part 0 midday: at lunch|at noon time|lunch break|noon hour|the noon hour|lunchtime|lunch time|lunch hour|over lunch
part 0 close: last thing on|the end of the day|the end of day|by the end of the day|towards the end of the day|end of day|end of the day|close of business|end of business|eod|before you close|before closing
part 0 open: first thing|when you open|as soon as you open|at opening
todayPart 0 evening: tonight|tonite|2nite|to night|later tonight
todayPart 0 morning: this morning
todayPart 0 afternoon: this arvo
todayPart -1 night: last night
todayPart 1 evening: tomorrow night|tomorow night
meal 0 morning: breakfast|brunch
meal 0 midday: lunch
meal 0 evening: dinner|supper|drinks
edge -1: early|beginning of|start of|the first half of|earlier
edge 0: mid|middle of|mid to
edge 1: late|end of|later|later in|the second half of|the last part of|latter part of
edge 2: by the end of|before the end of|until the end of
meridiem 0: am|a m|ante meridiem|amm
meridiem 720: p|pm|post meridiem|pmm
moment 720: noon|midday|mid day|noontime|high noon|noonish|12 noon|the noon
moment 0: midnight|mid night|12 midnight
unit 1 minute: minute|minutes|min
unit 60 hour: hour|hours
unit 1 day: day|days
unit 7 week: week|weeks|wk|wks
unit 14 week: fortnight|fortnights
unit 1 weekend: weekend|weekends|week ends
unit 1 month: month|months
unit 12 year: year|years
oclock: oclock|o clock|a clock|o'clock|o lock|oclocks|oclok
fraction 15: quarter|one quarter|quater|qtr|1 quarter
fraction 30: half|a half|one half|1/2
fraction 45: three quarters|3 quarters
past: past|after|passed|gone
to: to|til|till|of|before|untill|minus
rel 0: this|coming|upcoming|this very|the present|current|this here
rel 1: next|following|next coming
rel 2: after next
rel -1: last|past|previous
relAfter 2: after next
relAfter 1: coming|upcoming
in: in|within|within the next|in the next|in another|in less than
during: for|during|lasting|takes|take|last|lasts|every|each
earlier: earlier|sooner|before
later: from|from the|from now|later|from today|after|after the|hence|time|away|out|from now on
ago: ago|back
ordinal 1+: first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth
ordinal 21+: twenty first|twenty second|twenty third|twenty fourth|twenty fifth|twenty sixth|twenty seventh|twenty eighth|twenty ninth
ordinal 30+: thirtieth|thirty first
ordinal 99: last
ordinal 4: forth
ordinal 8: eigth
ordinal 9: nineth
ordinal 12: twelveth
one: a|an|one|1
couple 2: couple|a couple|couple of|a couple of|a pair of
the: the
at 2: at|by|as of
at 1: for|is|be|it|set|make|made|prefer|do|available|open|free|anything|something|timing|time|need|want|like
about: about|around|round|approximately|roughly|ish|or thereabouts|approx|close to|near|nearer|somewhere around|somewhere about|circa|nearly|more or less|give or take|exactly|sharp|on the dot|precisely|prompt
on: on|on the|the date of|for the|dated|in|in the|during the|date
of: of|in|in the|of the|on the|from the
from: from|starting
between: between|anytime between|any time between
after: after the|but not before|starting at|beginning at|as early as|after|past|later than|any time after|anytime after|not before|no earlier than|not earlier than|sometime after|starting after|after about|at the earliest
before: but not after|before|prior to|earlier than|no later than|not later than|not after|any time before|anytime before|sometime before|at the latest
until: until|till|til|up to|up until|through|thru|to|and
and: and|plus
else: or if|otherwise|or else|or if not|if not|failing that|or if thats not available|if thats not available then|if that doesnt work|if thats full|as a backup|alternatively|worst case
or: or|or even
people: people|persons|person|guests|guest|pax|adults|adult|kids|children|seats|seat|diners|ppl|peoples|men|women|bucks|percent|times|options|of us|friends|others|table|rooms|star|stars|customers|members|top|toppers|slices|items|bags|units|haircuts|weeks old|years old|dishes|more people|pm people|foot|feet|rings|tickets|seater|inch|inches|street|st|ave|floor|road|boulevard|blvd|th floor|miles|kilometers|courses|appointments|reservations|bookings|haircut|results|one
party 2: table for|table of|a table to|party of|party for|group of|reservation of|seating for|seats for|booking of|seat|total of|there are|there will be|there would be|will be only
party 1: reservation for|reservations for|booking for|dinner for|lunch for|supper for|appointment for
not: not|not on|isnt|never on|any day but|any time but|except|wasnt|shouldnt be|aint|excluding|excepting
notWith: i cant|i cannot|cant|cannot|can not|wont|not able|unable|not be able|couldnt|im busy|i am busy|not free|im not free|im not available|not going to be able|dont want|do not want|didnt want|dont have time|no longer|not possible|have to work|im working|i work|im away|im out of town|booked up|fully booked|im booked|hate|dont do|isnt free|not meant|didnt mean|did not mean|didnt say|did not say|never said
unfit: doesnt work|does not work|will not work|dont work|isnt good|is not good|no good|isnt possible|is not possible|too late|too early|too soon|is bad|wouldnt work|would not work|doesnt suit|does not suit|isnt going to work|is not going to work|isnt convenient|is out|is not ok|isnt ok|is impossible|is full|is wrong|didnt work|is not right|isnt right|is a no go|is off|is taken|is booked|wont do|is a problem|i cant|i cannot|im busy|i am busy|im not available|i am not available|im not free|i have something
insteadOf: than|instead of|in place of|as opposed to|in lieu of
correct: neither|neither one|neither of those|none of those|no|nope|nah|actually|i mean|i meant|rather|sorry|wait|scratch that|correction|oops|my mistake|on second thought|on second thoughts|hold on|hang on|make it|make that|lets make it|change it to|change that to|change to|change the time to|change the date to|changed my mind|instead|better|even better|strike that|never mind|nevermind|lets do|lets say|say|lets go with|go with|switch to|switch it to|my bad|excuse me|i take that back|apologies|pardon me|just kidding
background: because|cause|seeing as|given that|i have something|i have something else|my shift ends|i finish|i finish work|i finish work at|i get off|i get off at|i get off work|i get off work at|i start|i start work|i start work at|i work until|i work till|i work from|my flight is|my flight leaves|i have a meeting|i have another meeting|my meeting|meeting at|my shift starts|my shift starts at|school ends|school lets out|i have class|i have an appointment|i have a appointment|i had an appointment|i had a reservation|i have a reservation|my appointment|my reservation|my booking|i have a booking|i booked|i leave|i leave at|you close|you open|i was booked|i was scheduled|im scheduled|i am scheduled|currently|the movie starts|the show starts|the movie is|the show is|i arrive|i land|im off|the appointment i have|the appointment i had|the reservation i have|the one|as i have|i have to leave|i have to be|i need to leave|i need to be back|i need to be home|i pick up|my son|my daughter|my sons|my daughters|my kid|my kids|my husband|my husbands|my wife|my wifes|my boss|my mom|my moms|my dad
background 3: since
background 2: i bought|i called|i was there|i was in|i came in|i saw|happened|i visited|it started|it broke
background 1: my birthday|i was born|born on|date of birth|birth date|birthdate|dob
moved: move|change|switch|push|reschedule|bump|shift|moving|rescheduling|changing|postpone|bring|brought|swap
holiday 1225: christmas|christmas day|xmas|x mas
holiday 1224: christmas eve|xmas eve
holiday 1226: boxing day
holiday 1231: new years eve|new year eve|new year s eve
holiday 101: new years day|new years|new year day|new year s day
holiday 214: valentines day|valentine s day|valentines|valentine day|valentine
holiday 317: saint patricks day|st patricks day|saint patrick s day|st pattys day
holiday 1031: halloween|hallowe en
holiday 701: canada day|july first holiday
holiday 0 easter: easter|easter sunday|easter day
holiday -2 easter: good friday
holiday 1 easter: easter monday
holiday -46 easter: ash wednesday
holiday -7 easter: palm sunday
holiday 518 1: victoria day|may two four
holiday 801 1: civic holiday
holiday 901 1: labour day|labor day
holiday 1008 1: thanksgiving|thanksgiving day|canadian thanksgiving|thanksgiving monday
holiday 1122 4: american thanksgiving|us thanksgiving
holiday 1123 5: black friday
holiday 525 1: memorial day
holiday 215 1: family day
holiday 508 7: mothers day|mother s day|mother day
holiday 615 7: fathers day|father s day|father day
holiday 106: epiphany
holiday 624: st jean baptiste
holiday 1111: remembrance day|veterans day
holiday 704: independence day|fourth of july|4th of july
sameDay: that day|the same day|same day|that same day|that date|the same date|same date|this same day
nextDay 7: the one after|the one following|the week after that|the next one after
nextDay 1: the day after|the following day|next day|a day later|one day later
nextDay -1: the day before|a day earlier|one day earlier|the previous day
sameTime 1: this time|right this time|this very time
sameTime: same time|the same time|the exact same time|that time|at that time
soon: asap|a s a p|soonest|right now|right away|immediately|straight away|earliest available|the earliest available|earliest possible|the earliest possible|first available|next available|as early as possible|soon as possible|sooner the better|as soon as you can
any 0: any day|any date|whatever day|whichever day|no preference for the day|open availability for the date|any of those days|any other day|anyday|either day
any 1: any time|anytime|whenever|whatever time|whichever time|no preference for the time|all day|either time|any slot
choice 0: the first one|first one|the earlier one|the earliest|the earliest one|the earlier|the former
choice 1: the second one|second one|the second option|the other one
choice -1: the last one|the later one|the latest|the latter|the latest one|the later
filler 2: say|lets say
filler 1: would be|works|work|how about|what about|can we|could we|can you|could you|can i|could i
filler: good morning|good afternoon|good evening|good night|good day|have a good day|have a nice day|have a good weekend|have a nice weekend|have a great weekend|nice weekend|great weekend|good weekend|nice evening|happy monday|happy friday|one last thing|one more thing|maybe|perhaps|lets see|let me see|you know|i guess|i think|i suppose|probably|possibly|preferably|if possible|ideally|okay|ok|just|then|a bit|sort of|kind of|kinda|if you can|hopefully|right|thats|second thought|second thoughts|one second|a second|second opinion|second time|first time|first of all|the first time|the second time|first name|last name|last minute|at first|at last|in person|first visit|next to|new patient|how many|not sure|im not sure|why not|dont mind|do not mind|wouldnt mind|no problem|no worries|not a problem|not only|dont forget|whatsoever|may i|i may|we may|it may|that may|you may|may be|may have|may need|next one|not at all|not quite|not really|im not picky|not too|is that right|once again|one more time|also|i would|id|want|in total|no later|hey
`;
