"""The words of every doubt: what is wrong, in one English sentence each."""

AFTER_PUBLICATION = (
    "What is told as past is dated after the day on which the document was published, {day}."
)
AFTER_WORK = (
    "What is told as past is dated after the work of {day} on which the document rests,"
    " and the document itself has no date."
)
UNDATED = (
    "The day of publication is not known, so that nobody can say which days"
    " the relative dates of the document mean."
)
HEADLINE = (
    "The headline tells as certain, in the document's own voice, what nobody who is named"
    " in the text below states as certain."
)
FIGURES = "One voice gives two figures for what seems to be one event, and both cannot be right."
SPELLING = "Two names differ by one letter only: one is misspelt, or they have two bearers."
OFFICE = "One person is given offices of two states: one of the two is a slip, or the name is."
UNVERIFIED = (
    "The document says itself that this could not be verified, or was not shown to be authentic."
)
DAMAGE = (
    "Words stand glued together in several places, as in a careless copy or translation,"
    " so that a quote may not have the author's own words."
)
