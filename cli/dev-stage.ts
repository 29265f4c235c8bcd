// Imported before anything reads the settings, and handed on to Next: `dev` works in a folder of its own.
process.env.SITE_STAGE = 'dev'
