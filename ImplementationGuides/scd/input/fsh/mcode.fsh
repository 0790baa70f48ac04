// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.
