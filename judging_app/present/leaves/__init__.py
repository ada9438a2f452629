"""Papers as data: headings, paragraphs, tables and what is filled in, for one renderer to draw."""
