import { openLab } from "/tmp/wt/next/bench/open-lab.mjs";
import { chromium } from "playwright";
import { build } from "esbuild";
import { forNode } from "/tmp/wt/next/scripts/bundle.mjs";
await build({...forNode, entryPoints:["bench/open-accounts.ts"], outfile:"dist/open-accounts.mjs"});
const lab = openLab({ plan:{seconds:4,rounds:3}, env:{...process.env}, say: console.log });
try {
 const all = await lab.serve("all");
 const [account] = await lab.accounts(1, { sessions: 1 });
 const mail=(await lab.sql("select email from users where account_id=$1",[account.id]))[0].email;
 await lab.sql("update accounts set admin=true where id=$1",[account.id]).catch(e=>console.log(e.message));
 for(let i=0;i<8;i++) await fetch(all.url+"/api/sms",{method:"POST",headers:{authorization:`Bearer ${account.token}`,"content-type":"application/json"},body:JSON.stringify({to:"+4873210000"+i,from:"Sklep",body:"Hello "+i})});
 await new Promise(r=>setTimeout(r,5000));
 const b=await chromium.launch({executablePath:"/usr/bin/chromium-headless-shell"});
 const [k,...v]=account.cookies[0].split(";")[0].split("=");
 for (const [w,scheme] of [[1440,"light"],[390,"dark"]]) {
  const c=await b.newContext({viewport:{width:w,height:900},colorScheme:scheme});
  await c.addCookies(account.cookies[0].split("; ").map(p=>{const i=p.indexOf("=");return {name:p.slice(0,i),value:p.slice(i+1),url:all.url}}));
  const p=await c.newPage();
  for (const path of (process.env.PAGES??"/credits/costs,/settings/people,/settings/activity,/settings/senders,/settings/api,/admin,/admin/accounts,/admin/accounts/"+account.id+",/admin/senders,/admin/activity").split(",")) {
   const r=await p.goto(all.url+path.replace("ID",account.id),{waitUntil:"load",timeout:60000}); await p.waitForTimeout(800);
   await p.screenshot({path:`/tmp/shots/${path.replaceAll("/","_").slice(0,24)}-${w}.png`,fullPage:true}); console.log(w,path,r.status(),p.url().slice(-30), await p.evaluate(()=>document.documentElement.scrollWidth));
  }
 }
 await b.close();
} finally { await lab.close(); }
process.exit(0);
