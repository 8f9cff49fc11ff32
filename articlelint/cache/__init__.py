"""What earlier runs found, kept in a file so that what has not changed is not checked again.

A run with the cache reports what it would report without: of every article is kept what its
findings hang on, and where any of that is other than it was, the article is checked anew.
``articlelint.runner`` decides (``memory``, ``whole``); here is what that takes, and the file.
"""
