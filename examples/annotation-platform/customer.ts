/** Makes a customer if there is none of that name, and prints a link to sign in with. */
import { randomUUID } from 'node:crypto';
import { readConfig } from './config.ts';
import { openDatabase } from './database.ts';
import { Keys } from './keys.ts';
import { signInLink } from './session.ts';

const [name] = process.argv.slice(2);
if (!name) throw new Error('usage: npm run customer -- "Harbor Robotics"');
const config = readConfig(process.env);
const db = openDatabase(config.database);
db.prepare('INSERT OR IGNORE INTO customers (id, name) VALUES (?, ?)').run(randomUUID(), name);
const { id } = db.prepare('SELECT id FROM customers WHERE name = ?').get(name) as { id: string };
db.close();
console.log(signInLink({ config, keys: new Keys(config.appKey) }, id));
