"""The table of rules. One line each: code | law | verdict [flag] | words | what the source has | what is quoted."""

TABLE = """
verbatim | 1 | VERBATIM | the same code points, any run of white space counting as one blank | The tide was low that night. | The tide was low
stepped_over | 10 | TYPOGRAPHIC | what stands inside the passage without being its words (advertisement, note mark, label, applause) was left out | The harbour[3] was closed. | The harbour was closed.
typography | 3 | TYPOGRAPHIC | the same words; marks, dashes, blanks or invisible characters have another shape | the keeper’s “lamp” | the keeper's "lamp"
credit | 3 | TYPOGRAPHIC | a credit behind the words is none of them | We sail at dawn. | We sail at dawn. — Anna Orr
marks | 3 | CONVENTIONAL | another mark, or none, between the same words | It was late; we left. | It was late, we left.
final_mark | 3 | CONVENTIONAL | another mark at the edge | We left at dawn. | We left at dawn,
full_stop_faked | 3 | CONVENTIONAL full_stop_faked | the quotation ends the sentence where the source goes on | We will leave if it rains. | We will leave.
case | 3 | CONVENTIONAL | the first letter's case | the fleet came home | The fleet came home
case_inner | 3 | CONVENTIONAL | another case inside the sentence | the Harbour Board met | the harbour board met
accent | 4 | CONVENTIONAL | diacritics | Łódź and İzmir | Lodz and Izmir
apostrophe | 4 | CONVENTIONAL | an apostrophe | We dont know who rang. | We don't know who rang.
spelling | 4 | CONVENTIONAL | a spelling variant | the colour of the sea | the color of the sea
join | 4 | CONVENTIONAL | written together or apart | a home grown crop | a homegrown crop
abbreviation | 4 | CONVENTIONAL | an abbreviation written out or made | the Federal Harbour Board | the F.H.B.
number_form | 4 | CONVENTIONAL | the same number in another form | twelve boats for 8 percent | 12 boats for 8%
typo | 4 | CONVENTIONAL | a slip of the pen in the source set right | a singificant storm came in | a significant storm came in
speech | 4 | MINOR | a spoken form written out, or the reverse | I'm gonna sail at dawn. | I'm going to sail at dawn.
masked | 4 | MARKED | letters of an expletive masked | this damn fog again | this d—n fog again
expletive | 4 | MINOR | an expletive dropped or put in without a mark | what the hell is going on | what is going on
bracket | 8 | MARKED | a change declared by brackets | he will close the port | [The mayor] will close the port
sic | 8 | MARKED | [sic] or a note in the quotation's own brackets | the boats was late | the boats was [sic] late
announced | 8 | MARKED | a change that the article sets off and announces in its text | the port is closed | (with the addition in bold) the port *and the quay* is closed
bracket_wide | 8 | SPLICED | a bracket stands for more than one phrase of one clause | The port closed. Then rain fell on the town. | The port [saw] rain fall on the town.
bracket_critical | 8 | CRITICAL bracket_substantive | a bracket swallows or adds a negation, a modal, a condition or a number | we will not close the port | we will [surely] close the port
gap | 9 | ELIDED | a declared gap | the port, which was old, closed early | the port … closed early
gap_empty | 9 | CONVENTIONAL | dots where nothing was left out | the port closed early | the port … closed early
gap_edge | 9 | ELIDED | dots that only open or close the quotation | the port closed early that year | … the port closed early
gap_critical | 9 | CRITICAL | what a gap leaves out governs words that were kept | The port is not allowed to close. | The port is … allowed to close.
omits_reversal | 9 | - omits_reversal | a whole sentence that turns the sense was left out | We sail. But not today. The wind is fair. | We sail. … The wind is fair.
far_gap | 9 | - far_gap | more than 200 words, or a heading, inside a declared gap | first words (300 words) last words | first words … last words
too_far | 9 | SPLICED far_gap | more than 1,000 words inside a declared gap | first words (2,000 words) last words | first words … last words
crumbs | 9 | SPLICED | pieces of a few words from distant places make a new sentence | The port … (a page on) … was sold … (a page on) … to a friend. | The port … was sold … to a friend
two_speakers | 9 | SPLICED | words of two speakers are joined | ANNA: The port is old. BEN: We should sell. | The port is old. We should sell.
contraction | 5 | MINOR | a contraction made or undone | We have closed the port. | We've closed the port.
filler | 5 | MINOR | a filler of speech | It was, you know, a long night. | It was a long night.
repetition | 5 | MINOR | a repetition or false start | The port, the port was closed. | The port was closed.
function_word | 5 | MINOR | a function word or particle | He said that the port was closed. | He said the port was closed.
inflection | 5 | MINOR | another form of the same word | put their interests first | put their interest first
future | 5 | MINOR | will, shall, going to in place of one another | We are going to close the port. | We will close the port.
frame | 5 | MINOR frame_changed | the speaker's frame (I think, I believe) dropped or added | I think the port will close. | The port will close.
vocative | 5 | MINOR | a form of address dropped or added | Ladies and gentlemen, the port is closed. | The port is closed.
moved | 5 | MINOR | an adverb or parenthesis moved inside its sentence | Slowly the port filled. | The port slowly filled.
name_spelling | 5 | MINOR name_spelling | a name in another spelling | Katie closed the port. | Katy closed the port.
inaudible | 10 | MINOR inaudible | words that the transcript could not hear | We have (INAUDIBLE) the old port. | We have closed the old port.
will_changed | 5 | ALTERED | *will* alone added or dropped | The port will close. | The port close.
aspect | 5 | ALTERED | an act moved between done and doing | They built the port. | They are building the port.
opposite | 5 | ALTERED | one function word for its opposite | the port and the quay | the port or the quay
person | 5 | ALTERED | the pronoun of another person | our old port | their old port
name_for_pronoun | 5 | ALTERED | a name in a pronoun's place, unmarked | they will pay for it | they will pay for the Wall
name_form | 7 | ALTERED | the same person in another form | Mrs. Orr closed the port. | Tamsin Orr closed the port.
word | 6 | ALTERED | another word | the port was closed | the port was crowded
addition | 6 | ALTERED | a word that the source lacks | the port was closed | the old port was closed
omission | 6 | ALTERED | up to three content words left out | the old stone port was closed | the port was closed
order | 6 | ALTERED | words in another order | boats and carts | carts and boats
polarity | 7 | ALTERED | the same negation in other words | He was unsatisfied. | He was not satisfied.
cut_word | 2 | ALTERED | a word cut in two at the edge | the harbours of the north | the harb
cut_negation | 2 | CRITICAL | a cut inside a word takes its negation | It is unlikely. | likely.
cut_number | 2 | CRITICAL | a cut takes a part of a number | It cost 2.6 million. | It cost 2.6
silent_cut | 6 | SPLICED | a clause or more left out without a mark | The port, which the council had sold, was closed. | The port was closed.
turn_cut | 6 | SPLICED | another speaker's turn left out without a mark | ANNA: It is old. BEN: How old? ANNA: Very old. | It is old. Very old.
order_far | 6 | SPLICED | parts from distant places, or in another order, joined without a mark | The boats left. (a page on) The port closed. | The port closed. The boats left.
block_joined | 10 | SPLICED | two items or a heading and a text run together | Fares rise in January. · For pensioners boats stay free | Fares rise in January for pensioners
negation | 7 | CRITICAL | a negation | The port is not closed. | The port is closed.
number | 7 | CRITICAL | another number, unit or date | in 12 of 20 ports | in 21 of 20 ports
name | 7 | CRITICAL | another name | Orr sold the port to Denmark. | Orr sold the port to Norway.
modality | 7 | CRITICAL | another modal | The port may close. | The port must close.
condition | 7 | CRITICAL | a condition | We close unless it rains. | We close when it rains.
quantifier | 7 | CRITICAL | a quantity or restriction: all, some, most, only, even, almost | Most boats came home. | All boats came home.
hedge | 7 | CRITICAL | a hedge: maybe, probably, reportedly | The port will probably close. | The port will close.
comparison | 7 | CRITICAL | more or less than | more boats than carts | fewer boats than carts
absent_words | 6 | PARTIAL | four words or more that the source lacks | The port was closed. | The port was closed because of the long strike
segment_absent | 6 | PARTIAL | a whole piece between ellipses is not there | The port was closed. | The port was closed … and never opened again
partial | 12 | PARTIAL | a part of the words is there, another is not | The port was closed. | The port was closed and the king came to see it
weak | 12 | WEAK | literally there, but so little that chance explains it | and of the port | of the port
paraphrase | 12 | PARAPHRASE | the words are not there; one passage carries the content | The harbour was shut in May. | In May they shut the harbour down for us
not_found | 12 | NOT_FOUND | nothing like it stands there | The port was closed. | A very long night at sea
truncated_left | 11 | - truncated_left | the sentence begins earlier in the source | If it rains, the port will close. | the port will close
truncated_right | 11 | - truncated_right | the sentence goes on in the source | The port will close if it rains. | The port will close
only_hidden | 13 | NOT_FOUND only_hidden | the words stand only where no reader sees them | (in a comment of the mark-up) the port is sold | the port is sold
only_metadata | 13 | - only_metadata | the words stand only in the title, a description or alternative text | (title) The port is sold | The port is sold
only_headline | 13 | - only_headline | the words stand only in a headline | (headline) The port is sold | The port is sold
only_caption | 13 | - only_caption | the words stand only in a caption | (caption) The port in June | The port in June
outside_main | 13 | - outside_main | the words stand in a teaser, a user comment or navigation | (comments) the port is sold | the port is sold
part_read | 14 | UNCHECKED | only a part of the source was read: what is not there may be in the rest | (the first of ten pages) | words of page nine
transcript_quality | 14 | - transcript_quality | the transcript says that it is rushed or unsure of a word | This is a rush transcript. | the port is sold
other_language | 15 | UNCHECKED | the source is in another language | Der Hafen ist geschlossen. | The port is closed.
translated_number | 15 | UNCHECKED | a number of the quotation that the likeliest passage of the foreign source lacks | Der Hafen schloss 1921 mit 40 Booten. | The port closed in 1912 with 40 boats.
translated_name | 15 | UNCHECKED | a name of the quotation that the likeliest passage of the foreign source lacks | Der Hafen von Emden schloss 1921. | The port of Bremen closed in 1921.
not_read | 16 | UNCHECKED | the source could not be read | (answered 404) | any words
no_citation | 16 | UNCHECKED | the article cites nothing for these words | – | any words
no_target | 16 | UNCHECKED | the citation lost its address | – | any words
unsure_pairing | 16 | UNCHECKED | the nearest link lacks the words, and it is not sure that it was meant | The port was closed. | words of another source
unstaked_pairing | 16 | - | the nearest link has the words differently, and whether it was meant is so open that nobody is blamed | (link 7, the nearest) the port was shut | the port was closed
paired_by_evidence | 16 | - paired_by_evidence | the pairing was not sure, and another candidate has the words | (link 7) the port was closed | the port was closed
later_version | 17 | - source_later | the page was read long after the article was written | (today's version) | words of an earlier version
archived_version | 17 | - | the live page cannot show the words, and a copy of an earlier version has them | (the copy of 7 November 2022) the port was closed | the port was closed
emphasis_changed | 8 | - emphasis_changed | words are set off in the quotation and not in the source, or the reverse | *not* a single boat | not a *single* boat (emphasis added)
formulaic | 18 | - formulaic | words that many sources have | at the end of the day | at the end of the day
"""
