import type { Phrases } from "./cue-names.ts";

/** English phrases by the cue they are, as the tokenizer folds them: apostrophes gone, numbers in digits. */
export const ENGLISH: Phrases = {
  a: "a|an|a second|a third|second|third|a 2nd|a 3rd",
  polite: `cut in 1/2|cut in 2|can i|can we|can you|can he|can she|can they|could i|could we|could you|may i|may we|i can
    we can|you can|i would like|i d like|we d like|i want to order|do you have|have you got|for lunch|for dinner
    for supper|for breakfast|for tonight|for today|may i have|could i have|can i have|can i get|could i get`,
  one: "1|one|the first|the first one|the first 1|first one|first 1",
  two: "couple|a couple|couple of|a couple of|pair of|a pair of",
  dozen: "dozen|a dozen|1 dozen|a dozen of",
  halfDozen: "1/2 a dozen|1/2 dozen|a 1/2 dozen",
  times: "times|x",
  twice: "twice",
  none: `without|hold|minus|but no|but not|with no|leave off|leave out|skip the|dont want any|none of|nor|free of|not
    not with|and without|except|except for|neither|neither with|doesnt have|does not have
    that doesnt have|doesnt come with|doesnt include|isnt|with none of the|have none|without having|excluding
    other than|but not with|avoid|do not add|do not include|do not put|i dont want any|i do not want any
    everything but|everything except|all but|hold on the|never any|absolutely no|dont put|dont add
    dont include|that has no|that have no|have no|has no|having no|do not want|no kind of|with 0
    keep off the|omit|exclude|besides|lacking|allergic to|im allergic to|i am allergic to
    i hate|i dont like|i do not like|not a fan of|im not a fan of|please no|dont give me|86|without all the|lose the
    ditch the|do without|and no|not including|without adding
    dont need|wont have|nothing with`,
  light: `light|least amount of|light on|light on the|lightly|easy|easy on the|a little|a little bit
    a little bit of|a bit of|a bit|little bit of|small amount of|a small amount of
    a tiny bit of|hardly any|minimal|not many|not too many
    a dash of|a drop of
    a sprinkle of|a pinch of|slight|slightly|gentle on the|a touch of|touch of
    a splash of|splash of|not too much|not much|not a lot of|less|little|a hint of
    easy on|gentle on|lite|a small bit of|a tad|reduced|not so much|not as much
    sparing on the|a light amount of
    small amounts of|a tiny amount of|1/2 the|1/2 a
    1/2 a pump of|1/2 a scoop of
    a few|few|tiny
    a small splash of|not heavy on the|easy with the|lightly on the|barely
    slim`,
  extra: `extra|double|triple|lots of|lots|a lot of|lot of|loads of|plenty of|plenty|tons of
    a ton of|ton of|a bunch of|bunch of|a load of
    loaded with|heavy on the|heavy|more|additional|heavy on|an extra amount of
    a large amount of|large amounts of|a huge amount of|a big amount of|a whole lot of|a whole bunch of
    ample|a good amount of|twice the|2 times the|3 times the
    double up on|double up on the|load up on|load up on the|load it up with|loaded up with|loaded
    pile on the|pile on|piled with|extra extra
    a bit more|a little more|a little extra|a bit extra|max|maximum|a lotta|lotta
    alot of|an extra
    strong on the`,
  bare: `plain|black|with nothing|with nothing on it|with nothing else|nothing on it|without anything|with no toppings`,
  no: "no|nope|nan",
  with: `with|on it|on that|on them|topped with|comes with|have it with|in it|on the side|w|on top|covered in
    covered with|smothered in|smothered with|drizzled with|drizzled in|filled with|stuffed with|made with|mixed with
    served with|prepared with|including|includes|include|having|containing|contains
    featuring|that has|that have|which has|has|dressed with|sprinkled with
    accompanied by|on top of it|on top of that|on top of them|inside|in there|on there|on both sides
    dipped in|flavored with|flavoured with|as a topping|as toppings|for toppings
    for the toppings|for topping|for a topping`,
  half: `1/2|on 1/2|on 1/2 of it|1/2 of it|1/2 with|and 1/2|1 1/2|one 1/2|and 1 1/2|on 1 1/2|on one 1/2|the other 1/2
    other 1/2|on the other 1/2|and the other 1/2|the other 1/2 with|on 1 side|on one side|on the other side|1 side
    1/2 and 1/2|1/2 1/2|1/2 of the|1 1/2 with|with 1/2|with 1 1/2`,
  about: "on the|on my|on a|in a|in an|in the|in my|for the|for my|on an",
  and: "and|then|and then|or|along with|plus|as well as|n",
  also: "also|add|too|throw in|ill add|and add|add on|as well",
  correct: `actually|i mean|i meant|wait|no wait|sorry|scratch that|or rather|rather|my mistake|on second thought|oops
    correction|no no|no sorry|actually no|oh no|hang on`,
  instead: "instead",
  insteadOf: "instead of|in place of|rather than",
  make: `make that|make it|make them|make those|make the|make my|make|change that to|change it to|change that for
    change them to|turn that into|lets make that|lets make it|should be|it should be`,
  remove: `scratch|scratch the|remove|take off|take out|take away|cancel|delete|drop|forget|forget about|get rid of|lose|i dont want
    i do not want|no more|no longer want|nix|scrap|dont want`,
  replace: "change|replace|swap|switch|substitute|exchange",
  to: "to|into|by|for",
  recap: "thats|that is|so|so thats|so that is|so like",
  same: `same|the same|same thing|same stuff|the same stuff|the same things|the same thing|same again|the same again|another of those|1 more of those
    one more of those|same one|the same one`,
  another: "another|another one|1 more|one more|another 1",
  last: `that 1|that one|last one|the last one|last 1|the last 1|the last item|that|those|it|them|of those|of them
    of these|each of those|of em|em`,
  other: `the other|the other 1|the other one|the others|the rest|the other 2|the other 3|the other 4|the other 5
    the remaining 1|the remaining 2|the remaining 3|other 1|other one`,
  second: `the second|the second one|the second 1|the 2nd|the 2nd one|the third|the third one|the third 1|the 3rd
    the 3rd one|the fourth|the fourth one|the fourth 1|the 4th|the last|second one|second 1|third one|third 1`,
  each: `both|each|on both of them|on all of them|on each of them|on either of them|on all|for both|for each|both of them
    all of them|on both|on each|on either|for either|for all of them|for all|for both of them|for the whole lot
    on the whole lot|the whole lot|the lot of them`,
  all: "all|all of|all of those|all of these|everything",
  clear: `start over|start again|cancel everything|cancel it all|cancel my order|cancel the order|cancel all
    cancel that order|forget everything|forget it all|clear everything|clear my order|from scratch`,
  done: `thats all|that is all|thats it|that is it|thatll be all|that will be all|thatll be it|that will be it
    thats everything|that is everything|that all|nothing else|no more thanks|im done|i am done|all done|were done
    thats about it|thats all for me|nothing more|im good|were good|thatll do|that will do|thatll do it|its all
    just that|finished|done|complete my order|i am good`,
  article: "the|of|some|any|my|our|this|these",
  filler: `biggest|largest|smallest|uh|um|uhm|uhh|umm|er|erm|ah|oh|hmm|hm|mm|mmm|eh|hey|hi|hello|yo|good|morning|afternoon
    evening|day|well|like|you|know|you know|i|id|im|ive|ill|me|we|wed|us|he|she|hell|theyll|itll|hed|theyd|they
    his|her|him|would|could|can|may|might|will|shall|should|want|wants|wanna|wanted|need|needs|get|gets
    getting|gimme|give|take|have|had|grab|order|ordering|put|please|pls|thanks|thank|thank you|cheers|love|just|only
    maybe|kind|sort|really|very|again|okay|ok|k|alright|right|yeah|yep|yup|yes|ya|sure|perfect|great|awesome|cool
    fine|nice|lovely|lets|let|see|to go|for pickup|for pick up|pickup|pick up|takeout|take out order|delivery
    for delivery|for here|going|gonna|go|try|looking|look|buy|purchase|pack|packs|at|in|thatd|is|are|am|be|there
    here|which|what|who|how|how much|how many|when|where|do|does|did|if|but|every|everyone|about|now|today|tonight
    up|out|off|down|from|my wife|my husband|my friend|your|kids|kid|size|sized|regular|normal|standard|ordinary|hot
    fresh|piece|pieces|order of|orders of|orders|side|side of|a side of|sides of|glass of|cup of|bottle of|can of
    box of|bag of|plate of|bowl of|slice of|slices of|cups of|bottles of|cans of|boxes of|bags of|pack of|packs of
    ones|1s|number|no.|kindly|was|were|if i could|possible|possibly|sir|miss|madam|maam|man
    name|whats|start|begin|with me|classic|basic|tasty|yummy|famous|favorite
    favourite|whole|entire|ought|their|hers|please and thank you|if possible|if you can|bit|anyway|anyways|i guess
    i think|think|guess|let me|let me see|place|on|as|its|style|styles|type|types|flavored|flavoured|flavor|flavour
    myself|ourselves|family|son|daughter|mom|dad|wife|husband|friend|friends
    quick|quickly|asap|soon|total|in total|feel|feeling|feel like|prefer
    preferably|hungry|thirsty|for starters|first|first of all|to start|to drink|to eat|for the drink
    for drinks|to share|side order of|an order of|prepared|made|cooked|served|topping|toppings|kind of|kinds of
    sort of|lunch|dinner|supper|amount|amounts|big old|ordered|orders for|been|had better|better|ready
    bring|send|deliver|delivered|set|fix|serve|add in|in all|please make sure|make sure|ensure|request
    requesting|require|asking|ask|looking for|look for|hook me up with|plz|thx|ty|app|phone|online|cart
    menu|company|office|house|home|juicy|best|real|actual|own`,
};
