/** What a stranger needs to load his first file. */
export const help = `
Examples:
  orbita import customers.json products.json orders.json --data northwind
  orbita import leads.json orders.json deals.json --data crm
  orbita import orders.json --file rows=export.csv
  orbita import orders.json --file rows=orders.csv --file lines=details.csv

Files:
  CSV with a heading, also packed (.csv.gz). Separator, encoding (utf-8, utf-16, windows-1252), decimal sign, order
  of dates and time zone are said in the mapping. Column names match whatever their case, spaces and marks.

What it promises:
  Every row is loaded, found unchanged, left out for a reason the mapping names, or refused with what to do; the four
  add up to the rows read. <mapping>.problems.csv has every row that was not loaded whole, with the reason.
  Batches are whole or not there. Stop it (Ctrl-C, a crash), give the same command again, and it goes on where it stood.
  Loading the same file twice changes nothing. Imported history triggers no messages, plays or webhooks.
  Goods that came back are returns; one that names its order reduces it, for others no order is guessed.

What is there already ("onExisting", for all but orders and activities):
  "fill"    writes what is still empty; where the file differs, what was there is kept and the row is told (the usual one)
  "update"  writes whatever the file says; the first row that names a thing decides, later ones fill
  "skip"    leaves it alone, and tells of the row
  Keys, tags, people and ways to reach a customer are added, never taken away. An order that is there gets dates that it
  did not have; one with other lines is refused and left as it is.
  Leads and opportunities are written over only by their "externalId".
  An opportunity gets its title, amount, currency, expected date, owner and own fields; with "update" it also moves to the
  row's stage, where the gates hold. A lead gets its owner and own fields. Where else they differ is told: what is won, lost,
  qualified or disqualified stays as it is, and no row wins, loses, qualifies or disqualifies what is there.

Whose something is ("onUnknownOwner", wherever a row can name an owner), where nobody who works here is called so:
  "empty"   the row comes in without an owner, and is told with the name (the usual one: people who left stand in every old
            file, and nothing is to wait for them)
  "refuse"  the row waits until somebody mends it
  Who a name is, the mapping may say: { "owner": { "column": "Owner", "values": { "Old Name": "max@example.com" } } }. What has
  ended stays theirs who left; a thing that is there keeps its owner.

Leads and opportunities are history: each is led, at its own dates, to where it stands, by the rules that hold for people.
  Rows are loaded in the order of their dates, whatever that of the file. Whose a row is, "customer" says in the fields of
  customers: found by id, e-mail or tax number, and made where nobody is there. Without "externalId" a row is known again by
  what it says. Give leads first, then orders, then opportunities.
  Lead: status NEW, WORKED, RECYCLED (with "nurtureUntil"), QUALIFIED (opens its opportunity) or DISQUALIFIED (with
  "disqualifiedReason"), as of "firstResponseAt" and "decidedAt". Where opportunities come in a file of their own, map what was
  qualified to WORKED, and the opportunity's "lead" (or its customer alone) qualifies it.
  Opportunity: "stage" is where it stands; "stages" says from which column the date comes on which it entered each. A stage goes
  by key or by name, in English or Spanish. Gates hold; { "override": { "by": "max@example.com", "reason": "…" } } passes them
  in the name of a manager. WON makes its order of title and amount, unless "order" is the number of one that is there.
  A stage that is how it ended (WON, LOST, or mapped to one of these in "values") ends it as a status does; a date of closing of
  what is open is the expected one.
  Owners go by e-mail or name; choices (status, channel, reasons) by code or by what the interface calls them.

Where a field comes from: a column; { "firstOf": [ … ] }, the first of these that holds something; { "joined": [ … ], "with": ", " },
  all of them that do; { "constant": "…" }; { "template": "{Street} {Number}" }.

Systems:
  "system" names whose numbers these are. Customer ids and order numbers of two systems never meet. Product codes are
  the catalogue's own: where two systems number differently, write { "template": "NW-{ProductID}" }.

A mapping, in short:
  { "room": "orders", "system": "shop", "files": { "rows": { "separator": ";", "decimal": ",", "dates": "DMY" } },
    "order": { "number": "Order", "customer": "Client", "placedAt": "Date", "currency": { "constant": "EUR" } },
    "line": { "product": "Ref", "quantity": "Units", "unitPrice": "Price" },
    "skip": [{ "reason": "NO_CUSTOMER", "when": { "column": "Client", "empty": true } }],
    "returns": [{ "column": "Units", "below": "0" }] }
  { "room": "opportunities", "system": "crm", "files": { "rows": {} },
    "opportunity": { "externalId": "Id", "title": "Deal", "amount": "Value", "status": "Status", "openedAt": "Created", "closedAt": "Closed" },
    "customer": { "externalId": "Account", "name": "Company", "email": "Email" },
    "stages": { "understood": "Date entered Qualified", "Proposal": "Date entered Proposal" } }
  Whole ones: packages/database/mappings.

Ends with
  0  all is loaded (or left out on purpose)
  1  it could not be done, or only up to a mapping that was refused; the reason is told
  2  loaded, but rows were refused: see the problems`;
