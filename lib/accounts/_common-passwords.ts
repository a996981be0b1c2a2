/** The commonest passwords of twelve characters and more, as published lists of leaked ones rank them. */
export const commonPasswords = new Set(
  `123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 012345678910
  0123456789012 098765432109 111111111111 000000000000 222222222222 555555555555 777777777777
  888888888888 999999999999 121212121212 123123123123 123412341234 123321123321 112233445566
  123456123456 123456654321 1234567891011 123456789abc 12345678910a 123456789qwe 123456qwerty
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1q2w3e4r5t6z 1qaz2wsx3edc 1qaz2wsx3edc4rfv
  1qazxsw23edc q1w2e3r4t5y6 q1w2e3r4t5y6u7 qazwsxedcrfv qazwsxedc123 qazwsx123456 zaq12wsxcde3
  qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopas qwertyuiopasdfgh qwertyuiopasdfghjkl
  qwertyuiop[] qwertyqwerty qwerty123456 qwerty1234567 qwerty12345678 qwerty123qwerty asdfghjkl123
  asdfghjklasd asdfasdfasdf asdfghasdfgh zxcvbnm12345 zxcvbnmzxcvbnm abcdefghijkl abcdefghijklm
  abcdefghijklmnop abcdefghijklmnopqrstuvwxyz abcabcabcabc abc123abc123 abcd1234abcd a1b2c3d4e5f6
  aaaaaaaaaaaa aaaaaaaaaaaaa passwordpassword password1234 password12345 password123456
  password12345678 password123! passw0rd1234 passwort1234 p@ssw0rd1234 p@ssword1234 mypassword12
  mypassword123 thisismypassword changeme1234 changemenow1 changemeplease letmein12345 letmeinletmein
  letmeinplease iloveyou1234 iloveyou12345 iloveyouiloveyou iloveyouforever iloveyousomuch
  welcome12345 welcome123456 welcomewelcome administrator administrator1 adminadminadmin admin1234567
  admin12345678 admin123admin rootrootroot superuser123 computer1234 internet1234 football1234
  basketball12 baseball1234 liverpoolfc1 manchesterunited chelseafc123 realmadrid123 barcelona123
  polska123456 haslo1234567 haslohaslo123 mojehaslo123 kochamcie123 matrix123456 master123456
  monkey123456 dragon123456 shadow123456 sunshine1234 princess1234 michael12345 charlie12345
  superman1234 batman123456 pokemon12345 starwars1234 trustno1trustno1 nopassword12 testtesttest
  test12345678 testing12345 unknown12345 whatever1234 correcthorsebatterystaple`.split(/\s+/),
);
