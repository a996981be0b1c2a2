<?php
// Sends one text to many people, and shows which of them it can't be sent to, and why.

$bytes = random_bytes(16);
$bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
$bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
// Store the key before you send. Then you can repeat the request without starting a second campaign.
$key = vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));

$curl = curl_init('http://localhost:3000/api/campaigns');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 60,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
        'Content-Type: application/json',
        "Idempotency-Key: $key",
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'name' => 'May sale',
        'from' => 'YourBrand',
        'body' => 'Hi {{first_name|there}}, our sale ends on Sunday.',
        'recipients' => [
            ['to' => '48732129000', 'variables' => ['first_name' => 'Ada']],
            ['to' => '48221234567', 'variables' => ['first_name' => 'Jan']],
        ],
    ]),
]);
$campaign = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 201) {
    fwrite(STDERR, ($campaign['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
echo "{$campaign['campaign_id']} {$campaign['status']} {$campaign['credits']} credits\n";
foreach ($campaign['rejected'] as $rejected) {
    echo "{$rejected['row']} {$rejected['code']} " . implode(' ', $rejected['errors']) . "\n";
}
