<?php
// Sends one SMS an hour from now and prints its id, status and time.

function send(array $message): array
{
    for ($attempt = 1; ; $attempt++) {
        $wait = 1;
        $curl = curl_init('http://localhost:3000/api/sms');
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 30,
            CURLOPT_HTTPHEADER => [
                'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
                'Content-Type: application/json',
            ],
            CURLOPT_POSTFIELDS => json_encode($message),
            CURLOPT_HEADERFUNCTION => function ($curl, $line) use (&$wait) {
                if (preg_match('/^retry-after: (\d+)/i', $line, $found)) $wait = (int) $found[1];
                return strlen($line);
            },
        ]);
        $body = curl_exec($curl);
        if ($body === false) throw new RuntimeException(curl_error($curl));
        $answer = json_decode($body, true);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($status === 200) return $answer;
        // 401, 402 and 422 say in `detail` what to correct.
        if ($status !== 429 || $attempt === 3) throw new RuntimeException($answer['detail']);
        sleep($wait);
    }
}

try {
    $message = send([
        'from' => 'YourBrand',
        'to' => '48732129000',
        'body' => 'Your appointment is tomorrow at 9:00.',
        'scheduled_at' => date(DATE_ATOM, time() + 3600),
    ]);
    echo "{$message['message_id']} {$message['status']} {$message['scheduled_at']}\n";
} catch (RuntimeException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
