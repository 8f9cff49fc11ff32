"""Names of months and weekdays."""

MONTHS = {
    n.lower(): i
    for i, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for n in names.split()
}
WEEKDAYS = {
    n: i
    for i, names in enumerate(
        [
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ]
    )
    for n in names.split()
}
FILLERS = frozenset(
    {
        "at",
        "of",
        "the",
        "on",
        "de",
        "del",
        "um",
        "uhr",
        "à",
        "a",
        "alle",
        "le",
        "den",
        "der",
        "kl",
        "г",
        "о",
        "в",
        "года",
    }
)
