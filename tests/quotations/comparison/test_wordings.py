"""Small changes of wording, each with the verdicts that are right for it; shapes met in news, law and bug reports."""

import pytest

from quotations.judging import compare
from quotations.model import Text

pytestmark = pytest.mark.unit

BEFORE = "The council met on Tuesday in the upper room and heard the clerk read the list of moorings. "
AFTER = " Nobody from the fishery came to hear it, and the board rose at nine."

#: what the source says, what is quoted, the verdicts that are right
CASES = [
    ("We have got to do everything possible to stop this", "We've got to do everything possible to stop this", "MINOR"),
    ("our fight is to transform this country", "our fight is to transform our country", "ALTERED"),
    ("the vast majority of my voters agree with it", "the vast majority of my supporters agree with it", "ALTERED"),
    (
        "until our country's representatives can figure out what the hell is going on",
        "until our country's representatives can figure out what is going on",
        "MINOR",
    ),
    (
        "until our representatives can figure out what the hell is going on",
        "until our representatives can figure out what the [censored] is going on",
        "MARKED",
    ),
    ("it was a pretty long way to go for a ferry", "it was a long way to go for a ferry", "ALTERED|MINOR"),
    (
        "coal miners and coal companies fought over the valley",
        "coal companies and coal miners fought over the valley",
        "ALTERED",
    ),
    (
        "He is becoming ISIS's best recruiter in the region",
        "He is becoming ISIS' best recruiter in the region",
        "CONVENTIONAL",
    ),
    (
        "They sold 2.6million tickets for the ferry last year",
        "They sold 2.6 million tickets for the ferry last year",
        "CONVENTIONAL|TYPOGRAPHIC",
    ),
    (
        "the landlord is not permitted to terminate the lease",
        "the landlord is ... permitted to terminate the lease",
        "CRITICAL",
    ),
    (
        "these reports have been confined to the northern ports",
        "[t]hese reports have been [previously] confined to the northern ports",
        "MARKED",
    ),
    (
        "hazard ratio of 1.36 [95% CI 1.22-2.31] in the northern ports",
        "hazard ratio of 1.36 [95% CI 1.22-2.31] in the northern ports",
        "VERBATIM",
    ),
    (
        "The boats came home. No lamps were lit. The storm went on all night.",
        "The boats came home. . . . The storm went on all night.",
        "ELIDED",
    ),
    (
        "The envoy, who had not yet read the report, said the lamps were out",
        "The envoy said the lamps were out",
        "SPLICED",
    ),
    (
        "Sen. Tamsin Orr said the lamps were out for good",
        "Senator Tamsin Orr said the lamps were out for good",
        "CONVENTIONAL",
    ),
    (
        "I think the lamps will be out for good by winter",
        "The lamps will be out for good by winter",
        "VERBATIM|CONVENTIONAL",
    ),
    (
        "Nobody, not me, not Bill Orr, nobody has ever been more qualified than she is",
        "nobody has ever been more qualified than she is",
        "VERBATIM|CONVENTIONAL",
    ),
    (
        "Nobody, not me, not Bill Orr, nobody has ever been more qualified than she is",
        "Nobody has ever been more qualified than she is",
        "CONVENTIONAL",
    ),
    (
        "It's the most beautiful harbour, it really is, in the whole north",
        "It's the most beautiful harbour in the whole north",
        "SPLICED|MINOR|ALTERED",
    ),
    (
        "He said the plan could save 30 percent of the fuel",
        "He said the plan could save 30 percentage points of the fuel",
        "CRITICAL",
    ),
    (
        "The temperature rose by 4 × 10⁶ units in the cellar of the lamp house",
        "The temperature rose by 4 × 10 units in the cellar of the lamp house",
        "CRITICAL",
    ),
    (
        "we must act before the storm reaches the outer moorings",
        "we must act after the storm reaches the outer moorings",
        "ALTERED",
    ),
    (
        "we must act for the fishermen of the outer moorings",
        "we must act against the fishermen of the outer moorings",
        "ALTERED",
    ),
    ("we are not yet ready to close the outer moorings", "we are ready to close the outer moorings", "CRITICAL"),
    (
        "about half of the fishermen left the outer moorings",
        "about a third of the fishermen left the outer moorings",
        "CRITICAL",
    ),
    (
        "on 3 July the fishermen left the outer moorings",
        "on 3 August the fishermen left the outer moorings",
        "CRITICAL",
    ),
    (
        "on July 3, 1887 the fishermen left the outer moorings",
        "on 3 July 1887 the fishermen left the outer moorings",
        "CONVENTIONAL|MINOR|ALTERED",
    ),
    ("He couldn't close the outer moorings in the storm", "He could close the outer moorings in the storm", "CRITICAL"),
    (
        "They are legal under the harbour act of the county",
        "They are illegal under the harbour act of the county",
        "CRITICAL",
    ),
    (
        "He told the clerk, “We will close the outer moorings.”",
        "He told the clerk, 'We will close the outer moorings.'",
        "TYPOGRAPHIC|CONVENTIONAL",
    ),
    (
        "this is the bravest thing that the keeper has done",
        "this is the most brave thing that the keeper has done",
        "MINOR",
    ),
    ("John Kerry closed the outer moorings on Monday", "Kerry closed the outer moorings on Monday", "VERBATIM"),
    (
        "Mrs. Clinton closed the outer moorings, and they said so to Mrs. Clinton herself",
        "Mrs. Clinton closed the outer moorings, and they said so to Hillary Clinton herself",
        "ALTERED",
    ),
    (
        "The guild sold the boats to Spain and France in spring",
        "The guild sold the boats to France and Spain in spring",
        "ALTERED",
    ),
    (
        "between 1,300 and 1,400 boats left the outer moorings",
        "between 13,000 and 1,400 boats left the outer moorings",
        "CRITICAL",
    ),
    (
        "Unemployment fell to 4.5% in the northern ports",
        "Unemployment fell to 4,5% in the northern ports",
        "CONVENTIONAL",
    ),
    (
        "more than 40 boats left the outer moorings that day",
        "less than 40 boats left the outer moorings that day",
        "CRITICAL",
    ),
    (
        "they said that more than 40 boats left the outer moorings",
        "they said that 40 boats left the outer moorings",
        "CRITICAL",
    ),
    ("The clerk (a tall man) closed the outer moorings", "The clerk closed the outer moorings", "SPLICED|ALTERED"),
    (
        "We shall mend the lamps, the wall and the slip",
        "We shall mend the lamps, the wall … and the slip",
        "CONVENTIONAL|ELIDED|MARKED",
    ),
    ("The storm was so strong that it took the roof", "The storm was SO strong that it took the roof", "CONVENTIONAL"),
    ("I never said that the lamps were out for good", "I said that the lamps were out for good", "CRITICAL"),
    ("We can, and we will, close the outer moorings", "We can, and we must, close the outer moorings", "CRITICAL"),
    (
        "He's been the keeper of the outer moorings since March",
        "He has been the keeper of the outer moorings since March",
        "MINOR",
    ),
    (
        "everybody who is anybody came to the outer moorings",
        "Everyone who is anyone came to the outer moorings",
        "MINOR",
    ),
    (
        "the keeper and the clerk closed the outer moorings",
        "the keeper or the clerk closed the outer moorings",
        "ALTERED",
    ),
    (
        "he mends the lamps of the outer moorings every week",
        "he mended the lamps of the outer moorings every week",
        "MINOR",
    ),
    ("he will mend the lamps of the outer moorings", "he mended the lamps of the outer moorings", "ALTERED"),
    (
        "The lamps of the outer moorings are, uh, out for good",
        "The lamps of the outer moorings are out for good",
        "MINOR",
    ),
    (
        "Teh lamps of the outer moorings were out for good",
        "The lamps of the outer moorings were out for good",
        "CONVENTIONAL|MINOR|ALTERED",
    ),
    (
        "the cooperative asked for the same terms in spring",
        "the co-operative asked for the same terms in spring",
        "CONVENTIONAL",
    ),
    (
        "about 8 per cent of the boats left the outer moorings",
        "about 8% of the boats left the outer moorings",
        "CONVENTIONAL",
    ),
    (
        "the boat cost $5 million and the ferry cost more than that",
        "the boat cost 5 million dollars and the ferry cost more than that",
        "CONVENTIONAL",
    ),
    (
        "the boat cost $5 million and the ferry cost more than that",
        "the boat cost £5 million and the ferry cost more than that",
        "CRITICAL",
    ),
    (
        "twenty-three boats left the outer moorings in the storm",
        "23 boats left the outer moorings in the storm",
        "CONVENTIONAL",
    ),
    (
        "The keeper closed the outer moorings that night",
        "The keeper closed the outer moorings that night (emphasis added)",
        "MARKED",
    ),
    (
        "The keeper closed the outer moorings that night",
        "The keeper closed the outer [and inner] moorings that night",
        "MARKED",
    ),
    (
        "The keeper closed the outer moorings that night if the tide allowed",
        "The keeper closed the outer moorings that night [when] the tide allowed",
        "CRITICAL",
    ),
    ("It cost 12 crowns to close the outer moorings", "It cost [some] crowns to close the outer moorings", "CRITICAL"),
    ("the keeper said no, this was the outer mooring", "the keeper said [the storm] was the outer mooring", "MARKED"),
    (
        "She said that the boats, if the weather holds, will sail on Friday",
        "She said that the boats … will sail on Friday",
        "CRITICAL|ELIDED",
    ),
    (
        "She said that, if the weather holds, the boats will sail on Friday",
        "She said that … the boats will sail on Friday",
        "CRITICAL|ELIDED",
    ),
    ("The boats will sail on Friday unless the wind turns to the north", "The boats will sail on Friday …", "ELIDED"),
    (
        "The boats will probably sail on Friday for the northern grounds",
        "The boats will … sail on Friday for the northern grounds",
        "CRITICAL",
    ),
    (
        "The boats may sail on Friday for the northern grounds",
        "The boats … sail on Friday for the northern grounds",
        "CRITICAL",
    ),
    (
        "Only the boats of the guild will sail on Friday for the northern grounds",
        "… the boats of the guild will sail on Friday for the northern grounds",
        "ELIDED",
    ),
    (
        "The mayor, Tamsin Orr, 53, will sail on Friday for the northern grounds",
        "The mayor … will sail on Friday for the northern grounds",
        "ELIDED",
    ),
    (
        "I don't think the boats will sail on Friday for the northern grounds",
        "I … think the boats will sail on Friday for the northern grounds",
        "CRITICAL",
    ),
    (
        "I think they will sail on Friday for the northern grounds",
        "I think [the boats] will sail on Friday for the northern grounds",
        "MARKED",
    ),
    (
        "They will sail on Friday for the northern grounds",
        "[The boats of the guild] will sail on Friday for the northern grounds",
        "MARKED",
    ),
    (
        "We'd never sail on Friday for the northern grounds",
        "[They] would never sail on Friday for the northern grounds",
        "MINOR|MARKED",
    ),
    (
        "They never sail on Friday for the northern grounds",
        "They [always] sail on Friday for the northern grounds",
        "CRITICAL",
    ),
    (
        "They must sail on Friday for the northern grounds",
        "They [can] sail on Friday for the northern grounds",
        "CRITICAL",
    ),
    (
        "He told me that he sails on Friday for the northern grounds",
        "He told [the clerk] that he sail[ed] on Friday for the northern grounds",
        "MARKED",
    ),
    ("He was very sad about the loss of the lamps", "He was sad about the loss of the lamps", "MINOR"),
    ("He was totally sad about the loss of the lamps", "He was sad about the loss of the lamps", "ALTERED"),
    (
        "He sold the red and white boats of the guild in spring",
        "He sold the red boats of the guild in spring",
        "ALTERED",
    ),
    ("It is a very, very long way to the northern grounds", "It is a very long way to the northern grounds", "MINOR"),
    (
        "We -- we have to -- we have to sail on Friday for the northern grounds",
        "We have to sail on Friday for the northern grounds",
        "VERBATIM|MINOR|CONVENTIONAL",
    ),
    (
        "And so we -- look, we have to sail on Friday for the northern grounds",
        "And so we have to sail on Friday for the northern grounds",
        "MINOR",
    ),
    (
        "Frankly, I have to say, the lamps along the wall were never lit that year",
        "Frankly, the lamps along the wall were never lit that year",
        "MINOR",
    ),
    (
        "The lamps along the wall were never lit that year, I believe, by the guild",
        "The lamps along the wall were never lit that year by the guild",
        "MINOR|ALTERED|CRITICAL",
    ),
    (
        "the lamps cost €4.5bn and the wall 12 percent of that",
        "the lamps cost €4.5 billion and the wall 12 percent of that",
        "CONVENTIONAL",
    ),
    (
        "the lamps cost 1,000 crowns and the wall twelve of them",
        "the lamps cost a thousand crowns and the wall 12 of them",
        "CONVENTIONAL",
    ),
    (
        "the lamps cost 1,000 crowns and the wall twelve of them",
        "the lamps cost 10,000 crowns and the wall twelve of them",
        "CRITICAL",
    ),
    (
        "the guild was founded in the 1980s by three fishermen",
        "the guild was founded in 1980 by three fishermen",
        "CRITICAL|ALTERED",
    ),
    (
        "some of the fishermen of the guild were against the plan",
        "the fishermen of the guild were against the plan",
        "VERBATIM|CONVENTIONAL",
    ),
    (
        "They said some of the fishermen of the guild were against the plan",
        "They said the fishermen of the guild were against the plan",
        "CRITICAL",
    ),
    (
        "Almost all of the fishermen of the guild were against it",
        "All of the fishermen of the guild were against it",
        "CONVENTIONAL",
    ),
    (
        "They said almost all of the fishermen were against it",
        "They said all of the fishermen were against it",
        "CRITICAL",
    ),
    ("He reportedly sold the boats of the guild to the bank", "He sold the boats of the guild to the bank", "CRITICAL"),
    (
        "The port of Hamburg was closed to the boats of the guild",
        "The port of Bremen was closed to the boats of the guild",
        "CRITICAL",
    ),
    (
        "He gave the boats to Mr. Hale before the vote of the guild",
        "He gave the boats to Ms. Hale before the vote of the guild",
        "ALTERED|CRITICAL",
    ),
    (
        "I told the guild that she was right about the lamps",
        "I told the guild that he was right about the lamps",
        "ALTERED",
    ),
    (
        "It's ridiculous that the guild pays for the lamps on the wall",
        "That's ridiculous that the guild pays for the lamps on the wall",
        "MINOR",
    ),
    (
        "people who work for the guild are honest and poor",
        "those who work for the guild are honest and poor",
        "MINOR|ALTERED",
    ),
    (
        "He increased the price of the lamps for the guild",
        "He decreased the price of the lamps for the guild",
        "ALTERED|CRITICAL",
    ),
    (
        "The guild accepted the plan of the board in spring",
        "The guild rejected the plan of the board in spring",
        "ALTERED",
    ),
    (
        "The price of lamps rose from 5 to 10 crowns in spring",
        "The price of lamps rose from 10 to 5 crowns in spring",
        "CRITICAL",
    ),
    (
        "either the guild or the board pays for the lamps",
        "both the guild and the board pay for the lamps",
        "ALTERED|CRITICAL",
    ),
    (
        "The guild does want to pay for the lamps on the wall",
        "The guild doesn't want to pay for the lamps on the wall",
        "CRITICAL",
    ),
    (
        "The guild has no money for the lamps on the wall",
        "The guild does not have money for the lamps on the wall",
        "ALTERED",
    ),
    (
        "It is impossible to pay for the lamps on the wall",
        "It is not possible to pay for the lamps on the wall",
        "ALTERED",
    ),
    (
        "It is impossible to pay for the lamps on the wall",
        "It is possible to pay for the lamps on the wall",
        "CRITICAL",
    ),
    (
        "It is not impossible to pay for the lamps on the wall",
        "It is possible to pay for the lamps on the wall",
        "CRITICAL|ALTERED",
    ),
    (
        "He said: no, we cannot pay for the lamps on the wall",
        "He said: we cannot pay for the lamps on the wall",
        "MINOR|ALTERED",
    ),
]


@pytest.mark.parametrize(("source", "quote", "verdicts"), CASES)
def test_the_change_comes_to_its_verdict(source: str, quote: str, verdicts: str) -> None:
    found = compare(quote, Text(text=BEFORE + source + "." + AFTER))
    assert found.verdict.value in verdicts.split("|"), found


#: the same in other languages: language, source, quotation, verdicts
OTHERS = [
    (
        "de",
        "Die Gilde hat die Lampen nicht repariert, sagte der Schreiber am Dienstag",
        "Die Gilde hat die Lampen repariert, sagte der Schreiber am Dienstag",
        "CRITICAL",
    ),
    (
        "fr",
        "La guilde n'a pas réparé les lampes du vieux port",
        "La guilde a réparé les lampes du vieux port",
        "CRITICAL",
    ),
    (
        "fr",
        "Il faut que les lampes soient réparées avant l'hiver prochain",
        "Il faut que les lampes soient réparées après l'hiver prochain",
        "ALTERED",
    ),
    (
        "es",
        "Los pescadores nunca pagaron las lámparas del muelle viejo",
        "Los pescadores pagaron las lámparas del muelle viejo",
        "CRITICAL",
    ),
    (
        "de",
        "Die Fischer müssen die Lampen am alten Hafen bezahlen",
        "Die Fischer können die Lampen am alten Hafen bezahlen",
        "CRITICAL",
    ),
    (
        "de",
        "Die Fischer kauften am 3. März die Lampen am alten Hafen",
        "Die Fischer kauften am 3. Mai die Lampen am alten Hafen",
        "CRITICAL",
    ),
    (
        "nl",
        "De vissers hebben de lampen aan de oude haven niet betaald",
        "De vissers hebben de lampen aan de oude haven betaald",
        "CRITICAL",
    ),
    (
        "it",
        "I pescatori non hanno pagato le lampade del vecchio porto",
        "I pescatori hanno pagato le lampade del vecchio porto",
        "CRITICAL",
    ),
    (
        "pt",
        "Os pescadores não pagaram as lâmpadas do velho porto",
        "Os pescadores pagaram as lâmpadas do velho porto",
        "CRITICAL",
    ),
    (
        "ja",
        "漁師たちは古い港の灯りの代金を払わなかったと言った",
        "漁師たちは古い港の灯りの代金を払ったと言った",
        "ALTERED|CRITICAL|SPLICED",
    ),
    (
        "ko",
        "어부들은 오래된 항구의 등불 값을 내지 않았다고 말했다",
        "어부들은 오래된 항구의 등불 값을 냈다고 말했다",
        "ALTERED|CRITICAL|PARAPHRASE|NOT_FOUND",
    ),
    (
        "pl",
        "Rybacy nie zapłacili za lampy na starym nabrzeżu",
        "Rybacy zapłacili za lampy na starym nabrzeżu",
        "CRITICAL",
    ),
    (
        "ru",
        "Рыбаки не заплатили за лампы на старой набережной",
        "Рыбаки заплатили за лампы на старой набережной",
        "CRITICAL",
    ),
]


@pytest.mark.parametrize(("language", "source", "quote", "verdicts"), OTHERS)
def test_the_change_comes_to_its_verdict_in_other_languages(
    language: str, source: str, quote: str, verdicts: str
) -> None:
    found = compare(quote, Text(text=source + ".", language=language))
    assert found.verdict.value in verdicts.split("|"), found
