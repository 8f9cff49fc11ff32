"""Front-matter schemas, one module per generator; imported only when one is asked for.

A schema is a TypedDict whose fields are ``Annotated[type, Key(doc, source)]``; a key that must
be there is ``Required[...]``. The types are those that the front matter's parser gives, and a
union lists every one that the generator takes without harm.
"""
