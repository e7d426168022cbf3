/** The project's page. */
export const home = 'https://github.com/postmortem-lint/postmortem-lint'
