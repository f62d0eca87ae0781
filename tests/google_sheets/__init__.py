"""A stand-in for Google Sheets, and for the few Drive calls gspread makes: a real HTTP server for tests, on loopback.

    with StandIn() as google:                       # tests.google_sheets.server; tests take the fixture `google`
        book = google.spreadsheet("Town")           # as a person makes one and shares it
        ann = google.person(book)                   # types, sorts, copies, moves, renames, deletes
        google.faults.add("applied_then_503", path=":batchUpdate", nth=2)
        google.quota.limits.update(Read=60, Write=60)   # by the clock given to StandIn
        ... a program, pointed at google.root ...

What is known to differ from the real service: fonts and so the widths of columns; formulas beyond the simple ones,
which show #NAME?, and references in them that the real service adjusts when cells move; formats come back only where
they were set; tables, charts, slicers, filter views, pivot tables, comments and data sources; names of types in some
messages. What nobody outside has written down and is guessed here: rows added at the end are formatted like the last
one; a strict choice list refuses nothing that comes through the API; an apostrophe typed in front of words in a cell
of plain text is taken away; a copied tab loses its developer metadata (`Spreadsheet.marks_are_copied` has it keep it).
"""
