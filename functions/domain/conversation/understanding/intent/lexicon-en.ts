/** English phrases by what they mean, as people say them. Articles need not be there; a star stands for any ending. */
export const ENGLISH = {
  appointment: "a pointment|apointment|session|service call|time slot|consult",
  table: "room for|seats|seating",
  service: `hair cut|balayage|blow dry|mani pedi|nails done|waxing|teeth cleaned|check up|eye exam|consultation
    oil change|tune up|tuneup|tire change|tires changed|installed|vaccine*|vaccinat*|groomed|fitting
    root canal|filling|x ray|therapy|tattoo|shave|beard trim|tasting|maintenance|checked out|looked at
    serviced|test drive|viewing|house call|detailing|diagnostic`,
  pro: "tech|stylist|hairdresser|barber|repairman|repair guy|contractor|handyman|crew|groomer",
  boss: `chef|person in charge|whoever is in charge|front desk|head office|billing|support|management
    service department|parts department`,
  person: `human being|real person|live person|agent|representative|rep|operator|staff|employee|associate
    someone real|real human|live agent|an actual person`,
  machine: "automated|voice mail system|automatic",
  want: `would like|would love|like to|love to|looking for|looking to|looking|trying to|going to need
    in need of|care to|prefer|would rather|would appreciate|am calling to|calling to|calling about
    calling for|interested in`,
  can: `can i|could i|may i|can we|could we|may we|can you|could you|would you|will you|any chance|any way
    is there a way|mind if|do you mind|okay if|might i|let me|help me`,
  get: "try|pick up|use|go with",
  book: `arrange|set up|book me in|fit me in|squeeze me in|pencil me in|get in|come in|come by|put me down
    make|sign me up|get me in|slot me in|setup`,
  move: `reschedule|rescheduled|rescheduling|re schedule|changing|switching|pushed|push back|bump|put off
    rebook|rebooking|rearrange|move up|put back|bring forward|modify|defer|adjust|resched*`,
  cancel: `canceling|cancelling|cancellation|call off|call it off|scrap|scratch|back out|give up|kill
    council my|nix|withdraw|pull out`,
  day: `thanksgiving|labour day|labor day|new year|boxing day|january|february|april|june|july|august
    september|october|november|december`,
  another: `some other|new time|new date|next week|next month|something else|anything else|what else|day after
    better time|afterwards`,
  not: "no longer",
  none: `not any|no more|not have any|have not had|have not got|do not have|not had|lost|lost our|out of|zero
    has no|have no|got no`,
  utility: "hot water|running water|water pressure",
  appliance: "water heater|hot water tank|heat pump|sump pump|radiator|main valve",
  failed: `dead|broke down|is out|went out|exploded|blew|stopped working|not working|will not start
    will not turn on|conked out|gave out|shut off|shut down|kicked the bucket|not come on|not coming on
    is down|packed it in|went off|are out|cut out|busted|does not work|do not work|not work|is off`,
  structure: "washroom|bathtub|tub|garage|living room|bedroom|laundry room",
  leaks: "leaky|running|runs",
  floods: `overflowed|spraying|spewing|backing up|backed up|bursting|exploded|shooting|under water|rising
    caving in|collapsing|fell through|everywhere|all over`,
  pipe: "hose|main|tank|valve|sewer|hydrant|radiator",
  alarm: `smoke detector|carbon monoxide|co2|flames|sparking|burning smell|on fire|shocks|gas leak
    smells like gas|smelling gas|smell gas|rotten eggs`,
  smell: "smelling|stinks|reeks|odor|odour",
  locked: `locked out|locked myself out|locked inside|locked in|lost my keys|keys inside|keys are inside
    stuck in the elevator|stuck outside|stuck inside|can not get in|can not get into`,
  hurt: `not breathing|can not breathe|chest pain|fainted|passed out|heart attack|stroke|overdose|poisoned
    knocked out|severe pain|terrible pain|worst pain|so much pain|agony|hit by a car|allergic reaction
    burned himself|burned herself|broke my arm|broke his arm|broken bone|shaking|killing me|high fever
    throwing up|really bad pain`,
  urgent: "urgently|right now|right away|as soon as possible|911|life or death|critical",
  symptom: `rattle*|squeak*|grind*|clog|clogs|blocked|chipped|aches|aching|itchy|toothache|bugging me
    bothering me|acting up|not working|not work|stopped working|will not close|will not drain
    does not drain|making a weird|check engine light|flat tire|wobbl*|jammed|flicker*|rusty|worn|crooked
    vibrat*|smoking|overheating|will not start|draining`,
  object: `washing machine|freezer|gum|skin|ac|air conditioner|air conditioning|screen|laptop|bike|garage door
    wisdom tooth|filling|crown|battery|doorbell|water heater|pump|ceiling fan`,
  look: `take a look|have a look|come look|come out|come over|come check|check it|check out|look at
    send someone|send somebody|swing by|stop by|assess`,
  open: "opened|opening times|reopen",
  hours: `opening hours|business hours|store hours|hours of operation|opening times|working hours|office hours
    your ours|ours for|store ours|ours of operation`,
  premises: "garage|bar|dining room|salon|bakery|branch|pharmacy|business|counter|studio|spa|gym",
  you: "yall|folks",
  price: `pricing|affordable|price range|price list|ballpark figure|how much|hourly rate|the damage|surcharge
    set me back|run me|hidden costs`,
  place: `intersection|cross street|postal code|zip code|whereabouts|neighborhood|parking lot|lot|part of town
    area`,
  message: "voice mail|memo|massage for the",
  call: "reach out|give me a shout",
  callback: `call me back|call back|call us back|ring me back|phone me back|get back to me|get back to us
    return my call|returning my call|return call|reach out to me|call me when|call me later|call me at
    call me on|get in touch with me|contact me|call me tomorrow|follow up with me|give me a ring
    give me a call|give me a shout|give us a call|ring me|phone me|give me a buzz|call me`,
  texting: `sms|messaging|contacting|calling|emailing|spamming|bothering|reminder|reminders|promotional|sending
    writing|text messages|contacting me|solicit*`,
  halt: "no more|discontinue|halt|knock it off",
  list: `mailing list|contact list|call list|distribution list|records|my number|my info|my contact info
    my information|my data|my email|files`,
  unsubscribe: `unsubscribe|unsubscribed|opt out|opt me out|opted out|unsuscribe|stopall|un subscribe
    do not call list|opting out`,
  number: `seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred|couple|couple of|half dozen
    pair|several|few`,
  goods: `pizza*|burger*|cheeseburger*|hamburger*|sandwich*|chiken|ramen|noodle*|spaghetti|taco*|burrito*
    nacho*|coffee*|latte*|cappuccino*|espresso*|americano*|milkshake*|smoothie*|cookie*|muffin*|bagel*
    donut*|doughnut*|croissant*|loaf|baguette|poutine*|hot dog|hot dogs|pepperoni|appetizer*|dessert*
    number two|number twos|take out|shampoo|conditioner|box of|boxes of|bag of|bags of|case of|cases of
    batteries|candle*|pad thai|dumpling*|spring roll*|egg roll*|nugget*|ice cream|gift basket
    propane tank|sausage*|milk|special of the day|extra large|personal size|slices|slice`,
  togo: `for pickup|for pick up|for delivery|take out|take away|takeaway|to go|curbside|carry out|carryout
    pickup order|pick it up|ready for pickup`,
  ordering: "place an order|oder|put in an order",
  question: "what time",
  greeting: `hey|good morning|good afternoon|good evening|howdy|greetings|how are you|how are you doing
    how is it going|hello there|hi there`,
  thanks: `thank you|thanks a lot|thank you so much|bye bye|have a good day|have a nice day|good night|see you
    take care|thank you very much|talk to you later|have a good one|cheers`,
  availability: "free time|vacancy|vacancies|anything open|next available",
  come: `make it|be there|show up|attend|keep|get there|make my|make our|make the|do it|make that|be able
    come in|stop by`,
  unable: `can not|can not be|not be able|will not be able|unable|will not|not going to|not gonna|could not
    not able|have to miss|going to miss|will miss|not coming|will not be|are not|am not|is not`,
  thing: "it|that|this|everything",
};
